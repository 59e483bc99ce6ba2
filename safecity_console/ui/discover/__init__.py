"""The dialog that finds cameras in the network and takes them on."""
