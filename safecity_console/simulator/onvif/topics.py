"""Topics: what a simulated camera can tell of itself, by short names, as ONVIF topics.

Belongs here: the table and the XML of one message. Does not belong here: subscriptions (events.py).
Source: ONVIF Imaging 24.12 §B, Device IO §B, Core 9. Thread: any.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from safecity_console.simulator.faults import FaultKind
from safecity_console.simulator.onvif.device import INPUT, RELAY
from safecity_console.simulator.onvif.media import SOURCE, SOURCE_CONFIGURATION
from safecity_console.simulator.onvif.soap import attr


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic; `item` is the data item that says whether it is so, `kind` its type."""

    path: str
    source_item: str
    source: str
    item: str
    kind: str = "xs:boolean"

    def value(self, active: bool) -> str:
        """Return a state as this topic says it."""
        return str(active).lower()


_VIDEO = ("Source", SOURCE)
TOPICS: Mapping[str, Topic] = {
    "motion": Topic("tns1:VideoSource/MotionAlarm", *_VIDEO, "State"),
    "cell_motion": Topic("tns1:RuleEngine/CellMotionDetector/Motion", "VideoSourceConfigurationToken",
                         SOURCE_CONFIGURATION, "IsMotion"),
    "tamper": Topic("tns1:RuleEngine/TamperDetector/Tamper", "VideoSourceConfigurationToken", SOURCE_CONFIGURATION,
                    "IsTamper"),
    "scene_change": Topic("tns1:VideoSource/GlobalSceneChange/ImagingService", *_VIDEO, "State"),
    "blur": Topic("tns1:VideoSource/ImageTooBlurry/ImagingService", *_VIDEO, "State"),
    "dark": Topic("tns1:VideoSource/ImageTooDark/ImagingService", *_VIDEO, "State"),
    "bright": Topic("tns1:VideoSource/ImageTooBright/ImagingService", *_VIDEO, "State"),
    "signal_loss": Topic("tns1:VideoSource/SignalLoss", *_VIDEO, "State"),
    "digital_input": Topic("tns1:Device/Trigger/DigitalInput", "InputToken", INPUT, "LogicalState"),
    "relay": Topic("tns1:Device/Trigger/Relay", "RelayToken", RELAY, "LogicalState", "tt:RelayLogicalState"),
    "storage": Topic("tns1:Device/HardwareFailure/StorageFailure", "Token", "sd_1", "Failed"),
    "reboot": Topic("tns1:Monitoring/OperatingTime/LastReboot", "", "", "Status", "xs:dateTime"),
}  # fmt: skip
# What a fault of the picture has a camera tell.
TOLD_BY_FAULT: Mapping[str, tuple[FaultKind, ...]] = {
    "tamper": (FaultKind.COVERED,),
    "scene_change": (FaultKind.COVERED,),
    "dark": (FaultKind.COVERED,),
    "blur": (FaultKind.DEFOCUS,),
    "signal_loss": (FaultKind.STALL, FaultKind.NEVER_SENDS, FaultKind.ZERO_FPS),
}


def message_xml(topic: Topic, value: str, operation: str, at: datetime, base: str) -> str:
    """Return one notification."""
    source = ""
    if topic.source_item:
        source = f"<tt:Source><tt:SimpleItem Name={attr(topic.source_item)} Value={attr(topic.source)}/></tt:Source>"
    return ('<wsnt:NotificationMessage><wsnt:Topic Dialect="http://www.onvif.org/ver10/tev/topicExpression/ConcreteSet">'
            f"{topic.path}</wsnt:Topic><wsnt:ProducerReference><wsa:Address>{base}</wsa:Address>"
            f"</wsnt:ProducerReference><wsnt:Message><tt:Message UtcTime=\"{at:%Y-%m-%dT%H:%M:%SZ}\" "
            f'PropertyOperation="{operation}">{source}<tt:Data><tt:SimpleItem Name={attr(topic.item)} '
            f"Value={attr(value)}/></tt:Data></tt:Message></wsnt:Message></wsnt:NotificationMessage>")


def topic_set_xml() -> str:
    """Return the tree of topics."""
    tree: dict[str, dict[str, object]] = {}
    for topic in TOPICS.values():
        here: dict[str, object] = tree  # type: ignore[assignment]
        for part in topic.path.split("/"):
            here = here.setdefault(part, {})  # type: ignore[assignment]
        here[""] = topic
    return _branch(tree)


def _branch(tree: Mapping[str, object]) -> str:
    text = ""
    for name, below in tree.items():
        if isinstance(below, Topic):
            source = ""
            if below.source_item:
                source = ("<tt:Source><tt:SimpleItemDescription "
                          f'Name={attr(below.source_item)} Type="tt:ReferenceToken"/></tt:Source>')
            text += (f'<tt:MessageDescription IsProperty="true">{source}<tt:Data><tt:SimpleItemDescription '
                     f"Name={attr(below.item)} Type={attr(below.kind)}/></tt:Data></tt:MessageDescription>")
        elif isinstance(below, dict):
            mark = ' wstop:topic="true"' if "" in below else ""
            text += f"<{name}{mark}>{_branch(below)}</{name}>"
    return text
