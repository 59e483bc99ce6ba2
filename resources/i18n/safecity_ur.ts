<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ur_PK" sourcelanguage="en_US">
<context>
    <name>AnswerDialog</name>
    <message>
        <source>USB stick, recorder taken along, copied at the shop</source>
        <translation>یو ایس بی، ریکارڈر ساتھ لیا گیا، دکان پر نقل کی گئی</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>جواب</translation>
    </message>
    <message>
        <source>How it was handed over</source>
        <translation>کیسے حوالے کی گئی</translation>
    </message>
    <message>
        <source>Receipt no.</source>
        <translation>رسید نمبر</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Cancel</source>
        <translation>منسوخ</translation>
    </message>
</context>
<context>
    <name>AssignKeys</name>
    <message>
        <source>Assign keys</source>
        <translation>کنجیاں مقرر کریں</translation>
    </message>
    <message>
        <source>Command or key</source>
        <translation>کام یا کنجی</translation>
    </message>
    <message>
        <source>Find a command by its words or its key</source>
        <translation>الفاظ یا کنجی سے کام تلاش کریں</translation>
    </message>
    <message>
        <source>Reset all…</source>
        <translation>سب پہلے جیسا کریں…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
    <message>
        <source>Keys are matched by their place on the keyboard, so they work under the Urdu layout too. Digits, Enter, Esc and the arrows stay with the wall.</source>
        <translation>کنجیاں کی بورڈ پر اپنی جگہ سے پہچانی جاتی ہیں، اس لیے اردو کی بورڈ پر بھی چلتی ہیں۔ ہندسے، Enter، Esc اور تیر دیوار ہی کے لیے رہتے ہیں۔</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>تمام کنجیاں پہلے جیسی کریں</translation>
    </message>
    <message>
        <source>Every command gets its first keys again; keys you gave are forgotten.</source>
        <translation>ہر کام کو اس کی پہلی کنجیاں واپس ملیں گی؛ آپ کی دی ہوئی کنجیاں ختم ہو جائیں گی۔</translation>
    </message>
</context>
<context>
    <name>Attempt</name>
    <message>
        <source>Checking…</source>
        <translation>جانچ جاری ہے…</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Entries of the audit, newest first</source>
        <translation>آڈٹ کے اندراج، نئے پہلے</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>تلاش جاری ہے…</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>فائل {file} لکھی جا رہی ہے…</translation>
    </message>
    <message>
        <source>Export the audit&apos;s entries</source>
        <translation>آڈٹ کے اندراج فائل میں نکالیں</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>جدول (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>تمام فائلیں (*)</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>تازہ ترین</translation>
    </message>
    <message>
        <source>Looks for what was added meanwhile.</source>
        <translation>اس دوران جو شامل ہوا اسے دیکھتا ہے۔</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>جدول نکالیں…</translation>
    </message>
    <message>
        <source>Writes these entries as a table (CSV).</source>
        <translation>یہ اندراج جدول (CSV) میں لکھتا ہے۔</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>{count} اندراج</translation>
    </message>
    <message>
        <source>{count} entries were written into {file}.</source>
        <translation>{count} اندراج فائل {file} میں لکھے گئے۔</translation>
    </message>
</context>
<context>
    <name>AuditTable</name>
    <message>
        <source>No.</source>
        <translation>نمبر</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>وقت</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>کون</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>کیا کیا گیا</translation>
    </message>
</context>
<context>
    <name>AxisGrid</name>
    <message>
        <source>How fast the camera goes at each place of the axis</source>
        <translation>محور کے ہر مقام پر کیمرے کی رفتار</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>ابھی</translation>
    </message>
    <message>
        <source>Steers</source>
        <translation>کنٹرول</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>الٹا</translation>
    </message>
    <message>
        <source>Dead zone</source>
        <translation>ڈیڈ زون</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>خم</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>{axis}: what it steers</source>
        <translation>{axis}: کس کا کنٹرول</translation>
    </message>
    <message>
        <source>{axis}: reversed</source>
        <translation>{axis}: الٹا</translation>
    </message>
    <message>
        <source>{axis}: dead zone</source>
        <translation>{axis}: ڈیڈ زون</translation>
    </message>
    <message>
        <source>{axis}: curve</source>
        <translation>{axis}: خم</translation>
    </message>
    <message>
        <source>1 is a straight line; the more, the gentler about the centre.</source>
        <translation>1 پر لکیر سیدھی ہے؛ جتنا زیادہ ہو، مرکز کے قریب رفتار اتنی نرم۔</translation>
    </message>
    <message>
        <source>{axis}: where it stands</source>
        <translation>{axis}: اس وقت کہاں ہے</translation>
    </message>
    <message>
        <source>Curve of {axis}</source>
        <translation>{axis} کا خم</translation>
    </message>
</context>
<context>
    <name>ButtonEditor</name>
    <message>
        <source>Buttons of the joystick</source>
        <translation>جوائے اسٹک کے بٹن</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>کچھ نہیں</translation>
    </message>
    <message>
        <source>Go to a preset</source>
        <translation>پری سیٹ پر جائیں</translation>
    </message>
    <message>
        <source>A command of the console</source>
        <translation>کنسول کا کوئی کام</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>پری سیٹ</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>کام</translation>
    </message>
    <message>
        <source>It gives</source>
        <translation>بٹن کا کام</translation>
    </message>
    <message>
        <source>Press a button of the joystick to find it here.</source>
        <translation>جوائے اسٹک کا بٹن دبائیں، وہ یہاں مل جائے گا۔</translation>
    </message>
    <message>
        <source>Button {number}: {what}</source>
        <translation>بٹن {number}: {what}</translation>
    </message>
    <message>
        <source>Button {number}</source>
        <translation>بٹن {number}</translation>
    </message>
</context>
<context>
    <name>Calibration</name>
    <message>
        <source>Centre now</source>
        <translation>مرکز مقرر کریں</translation>
    </message>
    <message>
        <source>Let the joystick go first: where it rests now becomes its centre.</source>
        <translation>پہلے جوائے اسٹک چھوڑ دیں: وہ جہاں ٹھہری ہو گی وہی اس کا مرکز بنے گا۔</translation>
    </message>
    <message>
        <source>Learn range</source>
        <translation>حد معلوم کریں</translation>
    </message>
    <message>
        <source>Learns how far each axis goes: for a joystick that never reaches full speed.</source>
        <translation>معلوم کرتا ہے کہ ہر محور کہاں تک جاتا ہے: اس جوائے اسٹک کے لیے جو پوری رفتار تک نہیں پہنچتی۔</translation>
    </message>
    <message>
        <source>The centre is taken over. Save keeps it.</source>
        <translation>مرکز لے لیا گیا۔ ”محفوظ کریں“ دبانے سے برقرار رہے گا۔</translation>
    </message>
    <message>
        <source>Move every axis to both its ends, let the joystick go, then press Done.</source>
        <translation>ہر محور کو دونوں سروں تک لے جائیں، جوائے اسٹک چھوڑ دیں، پھر ”ہو گیا“ دبائیں۔</translation>
    </message>
    <message>
        <source>These axes were not moved far enough and keep their range: {axes}.</source>
        <translation>یہ محور پورے نہیں ہلائے گئے، ان کی حد پہلے والی رہے گی: {axes}۔</translation>
    </message>
    <message>
        <source>The range is taken over. Save keeps it.</source>
        <translation>حد لے لی گئی۔ ”محفوظ کریں“ دبانے سے برقرار رہے گی۔</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>ہو گیا</translation>
    </message>
</context>
<context>
    <name>CallBackCard</name>
    <message>
        <source>What was said (optional)</source>
        <translation>کیا بات ہوئی (اختیاری)</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>کال کر لی</translation>
    </message>
    <message>
        <source>Open the number</source>
        <translation>نمبر کھولیں</translation>
    </message>
    <message>
        <source>Opening is written into the audit first.</source>
        <translation>کھولنا پہلے آڈٹ میں لکھا جاتا ہے۔</translation>
    </message>
    <message>
        <source>Name and number are sealed.</source>
        <translation>نام اور نمبر سربمہر ہیں۔</translation>
    </message>
    <message>
        <source>No name given</source>
        <translation>نام نہیں دیا گیا</translation>
    </message>
    <message>
        <source>No number given</source>
        <translation>نمبر نہیں دیا گیا</translation>
    </message>
</context>
<context>
    <name>CameraDesk</name>
    <message>
        <source>1 camera was added.</source>
        <translation>ایک کیمرہ شامل کیا گیا۔</translation>
    </message>
    <message>
        <source>{count} cameras were added.</source>
        <translation>{count} کیمرے شامل کیے گئے۔</translation>
    </message>
    <message>
        <source>Camera {number} {name} was removed.</source>
        <translation>کیمرہ {number} {name} نکال دیا گیا۔</translation>
    </message>
    <message>
        <source>{count} cameras were removed.</source>
        <translation>{count} کیمرے فہرست سے نکال دیے گئے۔</translation>
    </message>
    <message>
        <source>Choose a list of cameras</source>
        <translation>کیمروں کی فہرست منتخب کریں</translation>
    </message>
    <message>
        <source>Export the list of cameras</source>
        <translation>کیمروں کی فہرست محفوظ کریں</translation>
    </message>
    <message>
        <source>Save an empty example</source>
        <translation>خالی نمونہ محفوظ کریں</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>{file} کے نام سے محفوظ ہو گیا۔</translation>
    </message>
    <message>
        <source>Camera {number} {name} is saved.</source>
        <translation>کیمرہ {number} {name} محفوظ ہو گیا۔</translation>
    </message>
    <message>
        <source>The list is in: {added} added, {changed} changed, {refused} refused.</source>
        <translation>فہرست آ گئی: {added} شامل، {changed} تبدیل، {refused} رد۔</translation>
    </message>
    <message>
        <source>Lists of cameras (*.csv)</source>
        <translation>کیمروں کی فہرستیں (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>تمام فائلیں (*)</translation>
    </message>
</context>
<context>
    <name>CameraDialog</name>
    <message>
        <source>Add a camera</source>
        <translation>کیمرہ شامل کریں</translation>
    </message>
    <message>
        <source>Camera settings</source>
        <translation>کیمرے کی ترتیبات</translation>
    </message>
    <message>
        <source>Save the camera</source>
        <translation>کیمرہ محفوظ کریں</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>منسوخ</translation>
    </message>
    <message>
        <source>Changes are not saved</source>
        <translation>تبدیلیاں محفوظ نہیں ہوئیں</translation>
    </message>
    <message>
        <source>What you typed for this camera will be lost.</source>
        <translation>اس کیمرے کے لیے جو کچھ لکھا گیا ہے وہ ضائع ہو جائے گا۔</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>محفوظ کیے بغیر بند کریں</translation>
    </message>
</context>
<context>
    <name>CameraForm</name>
    <message>
        <source>optional: the small stream for walls with many tiles</source>
        <translation>اختیاری: زیادہ خانوں والی دیوار کے لیے چھوٹی تصویر</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>تبدیل نہیں ہوا</translation>
    </message>
    <message>
        <source>none</source>
        <translation>کوئی نہیں</translation>
    </message>
    <message>
        <source>Watch this camera</source>
        <translation>اس کیمرے پر نظر رکھیں</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>نمبر</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Name in Urdu</source>
        <translation>اردو نام</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>جگہ</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>مرحلہ</translation>
    </message>
    <message>
        <source>Address of the full picture</source>
        <translation>بڑی تصویر کا پتہ</translation>
    </message>
    <message>
        <source>Address of the small picture</source>
        <translation>چھوٹی تصویر کا پتہ</translation>
    </message>
    <message>
        <source>User</source>
        <translation>صارف</translation>
    </message>
    <message>
        <source>ONVIF address</source>
        <translation>پتہ برائے ONVIF</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>نوٹس</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>عرض بلد</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>طول بلد</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>پاس ورڈ</translation>
    </message>
    <message>
        <source>How video travels</source>
        <translation>ویڈیو کیسے آتی ہے</translation>
    </message>
</context>
<context>
    <name>CameraGroupsTab</name>
    <message>
        <source>New group</source>
        <translation>نیا گروپ</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>Camera groups</source>
        <translation>کیمرہ گروپ</translation>
    </message>
    <message>
        <source>Cameras of the group</source>
        <translation>گروپ کے کیمرے</translation>
    </message>
    <message>
        <source>Number, name or place</source>
        <translation>نمبر، نام یا جگہ</translation>
    </message>
    <message>
        <source>Narrow the cameras</source>
        <translation>کیمرے چھانٹیں</translation>
    </message>
    <message>
        <source>A role can be bound to groups: its officers then see and snapshot these cameras only.</source>
        <translation>کسی کردار کو گروپوں تک محدود کیا جا سکتا ہے: پھر اس کے افسر صرف انہی کیمروں کو دیکھ اور ان کی تصویر محفوظ کر سکتے ہیں۔</translation>
    </message>
    <message>
        <source>The camera group “{name}” is saved.</source>
        <translation>کیمرہ گروپ ”{name}“ محفوظ ہو گیا۔</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>گروپ کا نام</translation>
    </message>
    <message>
        <source>The changes of “{name}” were not saved.</source>
        <translation>”{name}“ کی تبدیلیاں محفوظ نہیں ہوئیں۔</translation>
    </message>
    <message>
        <source>{count} of {total} cameras</source>
        <translation>{total} میں سے {count} کیمرے</translation>
    </message>
</context>
<context>
    <name>CameraList</name>
    <message>
        <source>Number, name or place</source>
        <translation>نمبر، نام یا جگہ</translation>
    </message>
    <message>
        <source>Find a camera by number, name or place</source>
        <translation>نمبر، نام یا جگہ سے کیمرہ تلاش کریں</translation>
    </message>
    <message>
        <source>No camera matches “{text}”.</source>
        <translation>”{text}“ سے کوئی کیمرہ نہیں ملتا۔</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>کیمرے</translation>
    </message>
    <message>
        <source>Enter or a double-click brings the camera into the selected tile.</source>
        <translation>‏Enter یا دو بار کلک سے کیمرہ منتخب خانے میں آ جاتا ہے۔</translation>
    </message>
</context>
<context>
    <name>CameraRows</name>
    <message>
        <source>{number} {name} · {condition} · motion</source>
        <translation>{number} {name} · {condition} · حرکت</translation>
    </message>
    <message>
        <source>{number} {name} · {condition}</source>
        <translation>{number} {name} · {condition}</translation>
    </message>
</context>
<context>
    <name>CameraTable</name>
    <message>
        <source>No.</source>
        <translation>نمبر</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>کیمرہ</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>جگہ</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>مرحلہ</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>حالت</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>کب سے</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>کیا خرابی ہے</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>سٹریم</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>لاگ اِن</translation>
    </message>
    <message>
        <source>main and small</source>
        <translation>بڑی اور چھوٹی</translation>
    </message>
    <message>
        <source>one</source>
        <translation>ایک</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ہاں</translation>
    </message>
    <message>
        <source>none</source>
        <translation>کوئی نہیں</translation>
    </message>
</context>
<context>
    <name>CamerasPage</name>
    <message>
        <source>Find a camera</source>
        <translation>کیمرہ تلاش کریں</translation>
    </message>
    <message>
        <source>Shows all cameras again.</source>
        <translation>تمام کیمرے دوبارہ دکھاتا ہے۔</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تبدیل کریں</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>نکال دیں</translation>
    </message>
    <message>
        <source>{shown} of {count} cameras</source>
        <translation>{count} میں سے {shown} کیمرے</translation>
    </message>
    <message>
        <source>{count} cameras</source>
        <translation>{count} کیمرے</translation>
    </message>
    <message>
        <source>1 camera</source>
        <translation>ایک کیمرہ</translation>
    </message>
    <message>
        <source>No cameras yet. Add one, or import a list.</source>
        <translation>ابھی کوئی کیمرہ نہیں۔ ایک شامل کریں یا فہرست درآمد کریں۔</translation>
    </message>
    <message>
        <source>No camera fits “{text}”. Try a number, a name, a place or a condition.</source>
        <translation>”{text}“ سے کوئی کیمرہ نہیں ملا۔ نمبر، نام، جگہ یا حالت لکھ کر دیکھیں۔</translation>
    </message>
    <message>
        <source>None of these cameras is registered any more.</source>
        <translation>ان میں سے کوئی کیمرہ اب فہرست میں نہیں ہے۔</translation>
    </message>
    <message>
        <source>Add a camera…</source>
        <translation>کیمرہ شامل کریں…</translation>
    </message>
    <message>
        <source>Discover…</source>
        <translation>تلاش…</translation>
    </message>
    <message>
        <source>Looks for cameras in the network and adds many with one login.</source>
        <translation>نیٹ ورک میں کیمرے تلاش کرتا ہے اور ایک ہی لاگ اِن سے بہت سے شامل کرتا ہے۔</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>فہرست لائیں…</translation>
    </message>
    <message>
        <source>Takes in a CSV list, with a preview first.</source>
        <translation>‏CSV فہرست لاتا ہے، پہلے جھلک دکھا کر۔</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>فہرست نکالیں…</translation>
    </message>
    <message>
        <source>Writes the list as CSV, without passwords.</source>
        <translation>فہرست CSV میں لکھتا ہے، پاس ورڈ کے بغیر۔</translation>
    </message>
    <message>
        <source>Number, name, place or condition</source>
        <translation>نمبر، نام، جگہ یا حالت</translation>
    </message>
    <message>
        <source>All cameras</source>
        <translation>تمام کیمرے</translation>
    </message>
    <message>
        <source>Remove cameras</source>
        <translation>کیمرے نکال دیں</translation>
    </message>
    <message>
        <source>Camera {number} {name} leaves the list and every wall; its history is kept.</source>
        <translation>کیمرہ {number} {name} فہرست اور ہر دیوار سے نکل جائے گا؛ اس کا ریکارڈ محفوظ رہے گا۔</translation>
    </message>
    <message>
        <source>{count} cameras leave the list and every wall; their history is kept.</source>
        <translation>{count} کیمرے فہرست اور ہر دیوار سے نکل جائیں گے؛ ان کا ریکارڈ محفوظ رہے گا۔</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>{badge}, {time}</source>
        <translation>{badge}، {time}</translation>
    </message>
    <message>
        <source>required</source>
        <translation>لازمی</translation>
    </message>
    <message>
        <source>call back</source>
        <translation>جوابی کال</translation>
    </message>
</context>
<context>
    <name>ChecksList</name>
    <message>
        <source>They come with the duty.</source>
        <translation>جانچ ڈیوٹی کے ساتھ آتی ہے۔</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>ٹھیک</translation>
    </message>
    <message>
        <source>Defect…</source>
        <translation>خرابی…</translation>
    </message>
    <message>
        <source>{check}: {verb}</source>
        <translation>{check}: {verb}</translation>
    </message>
</context>
<context>
    <name>CommitteeDialog</name>
    <message>
        <source>Still meets</source>
        <translation>اب بھی اجلاس کرتی ہے</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Name in Urdu</source>
        <translation>اردو نام</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>جگہ</translation>
    </message>
    <message>
        <source>Where it meets</source>
        <translation>اجلاس کہاں ہوتا ہے</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>نوٹس</translation>
    </message>
</context>
<context>
    <name>ComplaintDialog</name>
    <message>
        <source>Keep name and number sealed</source>
        <translation>نام اور نمبر سربمہر رکھیں</translation>
    </message>
    <message>
        <source>Who complains</source>
        <translation>شکایت کنندہ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>What it is about, in a few words</source>
        <translation>شکایت کیا ہے، چند الفاظ میں</translation>
    </message>
    <message>
        <source>How grave</source>
        <translation>سنگینی</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>جگہ</translation>
    </message>
    <message>
        <source>About which officer</source>
        <translation>کس افسر کے بارے میں</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>فون</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>جوابی کال</translation>
    </message>
    <message>
        <source>More</source>
        <translation>مزید</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>ابھی معلوم نہیں</translation>
    </message>
    <message>
        <source>No wish</source>
        <translation>خواہش نہیں</translation>
    </message>
    <message>
        <source>Within 2 hours</source>
        <translation>2 گھنٹے کے اندر</translation>
    </message>
    <message>
        <source>Within 8 hours</source>
        <translation>8 گھنٹے کے اندر</translation>
    </message>
    <message>
        <source>Within a day</source>
        <translation>ایک دن کے اندر</translation>
    </message>
    <message>
        <source>Within three days</source>
        <translation>تین دن کے اندر</translation>
    </message>
    <message>
        <source>The complaint is taken in. Read this number out:</source>
        <translation>شکایت درج ہو گئی۔ یہ نمبر پڑھ کر سنائیں:</translation>
    </message>
    <message>
        <source>Call back until {time}.</source>
        <translation>جوابی کال {time} تک کریں۔</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
</context>
<context>
    <name>ComplaintsTab</name>
    <message>
        <source>New complaint</source>
        <translation>نئی شکایت</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>نمبر</translation>
    </message>
    <message>
        <source>When</source>
        <translation>کب</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>ذریعہ اطلاع</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>What</source>
        <translation>شکایت</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>جگہ</translation>
    </message>
    <message>
        <source>Call-back</source>
        <translation>جوابی کال</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>شکایات</translation>
    </message>
    <message>
        <source>{count} to call back, {late} late</source>
        <translation>{count} جوابی کالیں باقی، {late} تاخیر میں</translation>
    </message>
    <message>
        <source>To call back</source>
        <translation>جوابی کال باقی</translation>
    </message>
    <message>
        <source>Nobody waits for a call.</source>
        <translation>کوئی کال کا منتظر نہیں۔</translation>
    </message>
    <message>
        <source>The call-back is noted.</source>
        <translation>جوابی کال درج ہو گئی۔</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>کر لی گئی</translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>Who agrees</source>
        <translation>رضامندی دینے والا</translation>
    </message>
    <message>
        <source>To what: which cameras, for whom, how</source>
        <translation>کس بات پر: کون سے کیمرے، کس کے لیے، کیسے</translation>
    </message>
    <message>
        <source>Until, or empty until it is withdrawn</source>
        <translation>کب تک، خالی ہو تو واپس لینے تک</translation>
    </message>
    <message>
        <source>Paper no.</source>
        <translation>کاغذ نمبر</translation>
    </message>
</context>
<context>
    <name>ConsentsTab</name>
    <message>
        <source>Ask for footage…</source>
        <translation>فوٹیج مانگیں…</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>جواب…</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>ریکارڈ…</translation>
    </message>
    <message>
        <source>New consent…</source>
        <translation>نئی رضامندی…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>واپس لیں…</translation>
    </message>
    <message>
        <source>Requests for footage</source>
        <translation>فوٹیج کی درخواستیں</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>نمبر</translation>
    </message>
    <message>
        <source>Who is asked</source>
        <translation>کس سے مانگی</translation>
    </message>
    <message>
        <source>What</source>
        <translation>کیا</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>کب سے – کب تک</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>کب مانگی</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>جواب</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>حوالگی</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>رسید</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>رضامندیاں</translation>
    </message>
    <message>
        <source>Who agrees</source>
        <translation>رضامندی دینے والا</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>کس بات پر</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>کب دی</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>کب تک</translation>
    </message>
    <message>
        <source>State</source>
        <translation>حالت</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>کاغذ</translation>
    </message>
    <message>
        <source>{count} wait for an answer</source>
        <translation>{count} جواب کی منتظر</translation>
    </message>
    <message>
        <source>{label}: {name}</source>
        <translation>{label}: {name}</translation>
    </message>
    <message>
        <source>Consent of {name}</source>
        <translation>{name} کی رضامندی</translation>
    </message>
    <message>
        <source>{from_at} – {to_at}</source>
        <translation>{from_at} – {to_at}</translation>
    </message>
    <message>
        <source>until withdrawn</source>
        <translation>واپس لینے تک</translation>
    </message>
</context>
<context>
    <name>ContactDialog</name>
    <message>
        <source>None</source>
        <translation>کوئی نہیں</translation>
    </message>
    <message>
        <source>Is asked and called</source>
        <translation>پوچھا اور کال کیا جاتا ہے</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Name in Urdu</source>
        <translation>اردو نام</translation>
    </message>
    <message>
        <source>Phones, with commas between them</source>
        <translation>فون نمبر، درمیان میں کاما</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>جگہ</translation>
    </message>
    <message>
        <source>Committee</source>
        <translation>کمیٹی</translation>
    </message>
    <message>
        <source>Private cameras</source>
        <translation>نجی کیمرے</translation>
    </message>
    <message>
        <source>Footage is kept (days)</source>
        <translation>فوٹیج کتنے دن رہتی ہے</translation>
    </message>
    <message>
        <source>What they look at</source>
        <translation>کیمرے کیا دکھاتے ہیں</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>نوٹس</translation>
    </message>
</context>
<context>
    <name>ContactsTab</name>
    <message>
        <source>New contact</source>
        <translation>نیا رابطہ</translation>
    </message>
    <message>
        <source>New committee</source>
        <translation>نئی کمیٹی</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>تبدیل کریں…</translation>
    </message>
    <message>
        <source>A committee met…</source>
        <translation>کمیٹی کا اجلاس ہوا…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>فون</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>جگہ</translation>
    </message>
    <message>
        <source>Committee</source>
        <translation>کمیٹی</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>کیمرے</translation>
    </message>
    <message>
        <source>They look at</source>
        <translation>کیا دکھاتے ہیں</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>رابطے</translation>
    </message>
    <message>
        <source>{count} shown</source>
        <translation>{count} سامنے</translation>
    </message>
    <message>
        <source>Name, number, place or notes</source>
        <translation>نام، نمبر، جگہ یا نوٹس</translation>
    </message>
    <message>
        <source>Find a contact</source>
        <translation>رابطہ تلاش کریں</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>ہر قسم</translation>
    </message>
    <message>
        <source>Committees</source>
        <translation>کمیٹیاں</translation>
    </message>
    <message>
        <source>{look_at} · kept for {days} days</source>
        <translation>{look_at} · {days} دن رکھی جاتی ہے</translation>
    </message>
    <message>
        <source>{kind} (not asked any more)</source>
        <translation>{kind} (اب نہیں پوچھا جاتا)</translation>
    </message>
    <message>
        <source>{count} members</source>
        <translation>{count} ارکان</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>SafeCity Console</source>
        <translation>سیف سٹی کنسول</translation>
    </message>
    <message>
        <source>Simulated district: choose an officer</source>
        <translation>فرضی ضلع: افسر منتخب کریں</translation>
    </message>
    <message>
        <source>The card fills both fields in; then sign in.</source>
        <translation>کارڈ دونوں خانے بھر دیتا ہے؛ پھر سائن اِن کریں۔</translation>
    </message>
</context>
<context>
    <name>CsvPreview</name>
    <message>
        <source>Import a list</source>
        <translation>فہرست لائیں</translation>
    </message>
    <message>
        <source>The list is being imported</source>
        <translation>فہرست لائی جا رہی ہے</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>منسوخ</translation>
    </message>
    <message>
        <source>Nothing is written before you press the button.</source>
        <translation>بٹن دبانے سے پہلے کچھ نہیں لکھا جاتا۔</translation>
    </message>
    <message>
        <source>{added} new · {changed} changed · {unchanged} unchanged · {refused} refused</source>
        <translation>{added} نئے · {changed} تبدیل · {unchanged} جوں کے توں · {refused} رد</translation>
    </message>
    <message>
        <source>What will happen with “{file}”</source>
        <translation>”{file}“ کے ساتھ کیا ہو گا</translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation>لانے کو کچھ نہیں</translation>
    </message>
    <message>
        <source>Import 1 camera</source>
        <translation>ایک کیمرہ لائیں</translation>
    </message>
    <message>
        <source>Import {count} cameras</source>
        <translation>{count} کیمرے لائیں</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>فائل کی سطریں</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>سطر</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>نمبر</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>کیمرہ</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>کیا ہو گا</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>نوٹ</translation>
    </message>
    <message>
        <source>The file was changed meanwhile; nothing was imported. Please choose it again.</source>
        <translation>فائل اس دوران بدل گئی؛ کچھ نہیں لایا گیا۔ براہ کرم دوبارہ منتخب کریں۔</translation>
    </message>
    <message>
        <source>is added</source>
        <translation>شامل ہو گا</translation>
    </message>
    <message>
        <source>is changed</source>
        <translation>تبدیل ہو گا</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>جوں کا توں رہے گا</translation>
    </message>
    <message>
        <source>is refused</source>
        <translation>رد ہے</translation>
    </message>
    <message>
        <source>Changes: {fields}</source>
        <translation>تبدیل ہوں گے: {fields}</translation>
    </message>
</context>
<context>
    <name>DeedDialog</name>
    <message>
        <source>Cancel</source>
        <translation>منسوخ</translation>
    </message>
</context>
<context>
    <name>DefectDialog</name>
    <message>
        <source>Defect</source>
        <translation>خرابی</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>کیا خرابی ہے</translation>
    </message>
</context>
<context>
    <name>DemoWindow</name>
    <message>
        <source>The simulated district is open already, in its own window.</source>
        <translation>فرضی ضلع پہلے ہی اپنی الگ ونڈو میں کھلا ہے۔</translation>
    </message>
    <message>
        <source>The simulated district opens in its own window.</source>
        <translation>فرضی ضلع اپنی الگ ونڈو میں کھل رہا ہے۔</translation>
    </message>
    <message>
        <source>The simulated district could not be opened; nothing here was changed.</source>
        <translation>فرضی ضلع کھل نہیں سکا؛ یہاں کچھ تبدیل نہیں ہوا۔</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Choose an incident on the list.</source>
        <translation>فہرست سے واقعہ منتخب کریں۔</translation>
    </message>
    <message>
        <source>Reading the incident…</source>
        <translation>واقعہ پڑھا جا رہا ہے…</translation>
    </message>
    <message>
        <source>This was changed on another screen. What you typed still stands; Enter saves it over the new text, Esc lets it go.</source>
        <translation>یہ دوسری سکرین پر بدل دیا گیا۔ آپ کا لکھا ہوا ابھی موجود ہے؛ Enter اسے نئے متن کی جگہ محفوظ کرتا ہے، Esc اسے چھوڑ دیتا ہے۔</translation>
    </message>
    <message>
        <source>This was changed on another screen; you see the new state.</source>
        <translation>یہ دوسری سکرین پر بدل دیا گیا؛ آپ نئی حالت دیکھ رہے ہیں۔</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>اقدامات</translation>
    </message>
    <message>
        <source>Persons and vehicles</source>
        <translation>افراد اور گاڑیاں</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>کیا ہوا</translation>
    </message>
</context>
<context>
    <name>DiscoverDialog</name>
    <message>
        <source>Discover cameras</source>
        <translation>کیمرے تلاش کریں</translation>
    </message>
    <message>
        <source>Devices found</source>
        <translation>ملنے والے آلات</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>تلاش کریں</translation>
    </message>
    <message>
        <source>Tick all new ones</source>
        <translation>تمام نئے چنیں</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>کوئی نہ چنیں</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
    <message>
        <source>Nothing is sent to a camera but the question who it is; logins go to ticked ones only.</source>
        <translation>کیمرے سے صرف یہ پوچھا جاتا ہے کہ وہ کون ہے؛ لاگ اِن صرف چنے ہوئے کیمروں کو جاتا ہے۔</translation>
    </message>
    <message>
        <source>Asking for cameras…</source>
        <translation>کیمروں سے پوچھا جا رہا ہے…</translation>
    </message>
    <message>
        <source>Stop searching</source>
        <translation>تلاش روکیں</translation>
    </message>
    <message>
        <source>Found: {found}. Addresses asked: {asked} of {all}.</source>
        <translation>ملے: {found}۔ پوچھے گئے پتے: {all} میں سے {asked}۔</translation>
    </message>
    <message>
        <source>Found so far: {found}.</source>
        <translation>اب تک ملے: {found}۔</translation>
    </message>
    <message>
        <source>No camera answered. Name address ranges where cameras stand behind a router, and look whether ONVIF is switched on in them.</source>
        <translation>کسی کیمرے نے جواب نہیں دیا۔ جو کیمرے راؤٹر کے پیچھے ہیں ان کے پتوں کی حدود لکھیں، اور دیکھیں کہ ان میں ONVIF آن ہے یا نہیں۔</translation>
    </message>
    <message>
        <source>Devices found: {count}, new: {fresh}.</source>
        <translation>ملنے والے آلات: {count}، نئے: {fresh}۔</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>منتظر</translation>
    </message>
    <message>
        <source>Reading the devices…</source>
        <translation>آلات پڑھے جا رہے ہیں…</translation>
    </message>
    <message>
        <source>Stop adding</source>
        <translation>شامل کرنا روکیں</translation>
    </message>
    <message>
        <source>Devices read: {done} of {count}.</source>
        <translation>پڑھے گئے آلات: {count} میں سے {done}۔</translation>
    </message>
    <message>
        <source>New</source>
        <translation>نیا</translation>
    </message>
    <message>
        <source>Added: {added}. Not added: {failed}; each says why. Change the login or the settings and try these again.</source>
        <translation>شامل ہوئے: {added}۔ شامل نہیں ہوئے: {failed}؛ ہر ایک کے ساتھ وجہ درج ہے۔ لاگ اِن یا ترتیبات بدل کر انہیں دوبارہ آزمائیں۔</translation>
    </message>
    <message>
        <source>Added: {added}. All of them are in the list now.</source>
        <translation>شامل ہوئے: {added}۔ اب سب فہرست میں ہیں۔</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>روکا جا رہا ہے…</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>دوبارہ تلاش کریں</translation>
    </message>
    <message>
        <source>Add 1 camera</source>
        <translation>ایک کیمرہ شامل کریں</translation>
    </message>
    <message>
        <source>Add {count} cameras</source>
        <translation>{count} کیمرے شامل کریں</translation>
    </message>
    <message>
        <source>Add cameras</source>
        <translation>کیمرے شامل کریں</translation>
    </message>
    <message>
        <source>Cameras that answer stand here with their maker and address.</source>
        <translation>جواب دینے والے کیمرے اپنی کمپنی اور پتے کے ساتھ یہاں آتے ہیں۔</translation>
    </message>
</context>
<context>
    <name>DownNote</name>
    <message>
        <source>At {time} camera {numbers} was down. “No footage” from it is on record.</source>
        <translation>بوقت {time} کیمرہ {numbers} بند تھا۔ اس کی ”فوٹیج نہیں“ ریکارڈ پر ہے۔</translation>
    </message>
    <message>
        <source>At {time} the cameras {numbers} were down. “No footage” from them is on record.</source>
        <translation>بوقت {time} کیمرے {numbers} بند تھے۔ ان کی ”فوٹیج نہیں“ ریکارڈ پر ہے۔</translation>
    </message>
</context>
<context>
    <name>DutyCard</name>
    <message>
        <source>Take duty…</source>
        <translation>ڈیوٹی لیں…</translation>
    </message>
    <message>
        <source>End by order…</source>
        <translation>حکم سے ختم کریں…</translation>
    </message>
    <message>
        <source>A supervisor ends this duty without a handover, with a reason.</source>
        <translation>سپروائزر یہ ڈیوٹی حوالگی کے بغیر، وجہ لکھ کر ختم کرتا ہے۔</translation>
    </message>
    <message>
        <source>Nobody is on duty</source>
        <translation>ڈیوٹی پر کوئی نہیں</translation>
    </message>
    <message>
        <source>No duty was ever taken at this desk.</source>
        <translation>اس ڈیسک پر کبھی ڈیوٹی نہیں لی گئی۔</translation>
    </message>
    <message>
        <source>Sign in to take duty.</source>
        <translation>ڈیوٹی لینے کے لیے سائن اِن کریں۔</translation>
    </message>
    <message>
        <source>Your role does not take duty.</source>
        <translation>آپ کا کردار ڈیوٹی نہیں لیتا۔</translation>
    </message>
    <message>
        <source>On duty since {at}, for {span}.</source>
        <translation>ڈیوٹی پر {at} سے، مدت {span}۔</translation>
    </message>
    <message>
        <source>Over by {span}: the shift has run past its hours.</source>
        <translation>وقت سے {span} زائد: شفٹ اپنے اوقات سے آگے نکل گئی ہے۔</translation>
    </message>
    <message>
        <source>Absent since {at}: he signed out without a handover, duty goes on.</source>
        <translation>غیر حاضر {at} سے: حوالگی کے بغیر سائن آؤٹ کیا، ڈیوٹی جاری ہے۔</translation>
    </message>
    <message>
        <source>The clock was found set back when this duty began.</source>
        <translation>یہ ڈیوٹی شروع ہوئی تو گھڑی پیچھے کی ہوئی پائی گئی۔</translation>
    </message>
</context>
<context>
    <name>EditorTools</name>
    <message>
        <source>Begin with</source>
        <translation>آغاز</translation>
    </message>
    <message>
        <source>A ready or own layout…</source>
        <translation>تیار یا اپنی ترتیب…</translation>
    </message>
    <message>
        <source>Layout {key}</source>
        <translation>ترتیب {key}</translation>
    </message>
    <message>
        <source>Tile {tile}</source>
        <translation>خانہ {tile}</translation>
    </message>
    <message>
        <source>{count} tiles chosen</source>
        <translation>{count} خانے منتخب</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>واپس</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>دوبارہ</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>ساتھ ساتھ</translation>
    </message>
    <message>
        <source>One above the other</source>
        <translation>اوپر نیچے</translation>
    </message>
    <message>
        <source>Into parts</source>
        <translation>حصوں میں</translation>
    </message>
    <message>
        <source>Merge the chosen tiles</source>
        <translation>منتخب خانے ملائیں</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>پہلے</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>بعد میں</translation>
    </message>
    <message>
        <source>Number row by row</source>
        <translation>قطار وار نمبر دیں</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>بنائیں</translation>
    </message>
    <message>
        <source>Draw rows and columns</source>
        <translation>قطاریں اور کالم بنائیں</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>تقسیم کریں</translation>
    </message>
    <message>
        <source>Number of the tile</source>
        <translation>خانے کا نمبر</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>کالم</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>قطاریں</translation>
    </message>
    <message>
        <source>Parts side by side</source>
        <translation>ساتھ ساتھ حصے</translation>
    </message>
    <message>
        <source>Parts one above the other</source>
        <translation>اوپر نیچے حصے</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>Found</source>
        <translation>مل گیا</translation>
    </message>
    <message>
        <source>Withdraw the notice</source>
        <translation>نوٹس واپس لیں</translation>
    </message>
    <message>
        <source>Where and by whom</source>
        <translation>کہاں اور کس نے پایا</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>وجہ</translation>
    </message>
    <message>
        <source>It was found</source>
        <translation>مل گیا</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>منسوخ</translation>
    </message>
    <message>
        <source>{label} {title} leaves the board and cannot be opened again; its history stays.</source>
        <translation>{label} {title} بورڈ سے ہٹ جائے گا اور دوبارہ نہیں کھولا جا سکے گا؛ اس کا ریکارڈ محفوظ رہے گا۔</translation>
    </message>
    <message>
        <source>{label} left the board.</source>
        <translation>{label} بورڈ سے ہٹ گیا۔</translation>
    </message>
</context>
<context>
    <name>EntryPane</name>
    <message>
        <source>As it stands in the chain</source>
        <translation>جیسا زنجیر میں درج ہے</translation>
    </message>
    <message>
        <source>No entry selected</source>
        <translation>کوئی اندراج منتخب نہیں</translation>
    </message>
    <message>
        <source>Select an entry to see all that stands in it.</source>
        <translation>اندراج کی پوری تفصیل کے لیے اسے منتخب کریں۔</translation>
    </message>
    <message>
        <source>Entry {number}</source>
        <translation>اندراج {number}</translation>
    </message>
    <message>
        <source>These bytes give the hash below.</source>
        <translation>ان بائٹس سے نیچے والا ہیش بنتا ہے۔</translation>
    </message>
    <message>
        <source>These bytes do not give the hash below: the entry was changed.</source>
        <translation>ان بائٹس سے نیچے والا ہیش نہیں بنتا: اندراج بدلا گیا ہے۔</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>ہو گیا</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>رد</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>ناکام</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>وقت</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>افسر</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>کردار</translation>
    </message>
    <message>
        <source>About</source>
        <translation>بابت</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>نتیجہ</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>کارروائی</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>سٹیشن</translation>
    </message>
</context>
<context>
    <name>EventLine</name>
    <message>
        <source>{time} {sentence}</source>
        <translation>{time} {sentence}</translation>
    </message>
    <message>
        <source>{time} {sentence} (entered {entered})</source>
        <translation>{time} {sentence} (اندراج {entered})</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>پورا دکھائیں</translation>
    </message>
</context>
<context>
    <name>Face</name>
    <message>
        <source>The picture cannot be shown: its file is missing or was changed.</source>
        <translation>تصویر دکھائی نہیں جا سکتی: اس کی فائل غائب ہے یا بدلی گئی ہے۔</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Open (audited)</source>
        <translation>کھولیں (آڈٹ میں درج)</translation>
    </message>
    <message>
        <source>Shows the sealed identity; that you opened it is written into the audit first.</source>
        <translation>سربمہر شناخت دکھاتا ہے؛ آپ کا کھولنا پہلے آڈٹ میں لکھا جاتا ہے۔</translation>
    </message>
    <message>
        <source>Nobody&apos;s name was noted.</source>
        <translation>کسی کا نام درج نہیں ہوا۔</translation>
    </message>
    <message>
        <source>{source}, caller sealed</source>
        <translation>{source}، کالر سربمہر</translation>
    </message>
    <message>
        <source>{source}, {caller}</source>
        <translation>{source}، {caller}</translation>
    </message>
    <message>
        <source>happened {happened}, entered {entered} by {badge}</source>
        <translation>وقوعہ {happened}، اندراج {entered} از {badge}</translation>
    </message>
    <message>
        <source>entered {entered} by {badge}</source>
        <translation>اندراج {entered} از {badge}</translation>
    </message>
    <message>
        <source>What</source>
        <translation>کیا ہوا</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>جگہ</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>ذریعہ اطلاع</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>رجسٹر</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>نتیجہ</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>اندراج</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Words in the entry</source>
        <translation>اندراج کے الفاظ</translation>
    </message>
    <message>
        <source>Find words in the entries</source>
        <translation>اندراج میں الفاظ تلاش کریں</translation>
    </message>
    <message>
        <source>Camera, incident, badge</source>
        <translation>کیمرہ، واقعہ، بیج نمبر</translation>
    </message>
    <message>
        <source>What the entries are about</source>
        <translation>اندراج کس بابت ہیں</translation>
    </message>
    <message>
        <source>Only refusals</source>
        <translation>صرف رد شدہ</translation>
    </message>
    <message>
        <source>Only what was refused, or failed.</source>
        <translation>صرف وہ جو رد ہوا یا ناکام رہا۔</translation>
    </message>
    <message>
        <source>All officers</source>
        <translation>تمام افسر</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>سب کچھ</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>تمام وقت</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>پچھلے 24 گھنٹے</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>پچھلے 7 دن</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>پچھلے 30 دن</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>پچھلے 12 مہینے</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>کون</translation>
    </message>
    <message>
        <source>What</source>
        <translation>کیا</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>کب سے</translation>
    </message>
    <message>
        <source>Choose an officer or type a badge, also one who is no longer here.</source>
        <translation>افسر منتخب کریں یا بیج نمبر لکھیں، اس کا بھی جو اب یہاں نہیں۔</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>From</source>
        <translation>از</translation>
    </message>
    <message>
        <source>To</source>
        <translation>تا</translation>
    </message>
    <message>
        <source>Only where a call-back is due</source>
        <translation>صرف جہاں جوابی کال باقی ہے</translation>
    </message>
    <message>
        <source>State</source>
        <translation>حالت</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>How grave</source>
        <translation>سنگینی</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>ذریعہ اطلاع</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>کیمرہ</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>جگہ</translation>
    </message>
    <message>
        <source>Officer&apos;s badge</source>
        <translation>افسر کا بیج نمبر</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>کب ہوا</translation>
    </message>
    <message>
        <source>Narrow nothing</source>
        <translation>سب فلٹر ہٹائیں</translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation>فہرست چھانٹیں</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>کسی بھی وقت</translation>
    </message>
    <message>
        <source>In the last {hours} hours</source>
        <translation>پچھلے {hours} گھنٹوں میں</translation>
    </message>
    <message>
        <source>In the last {days} days</source>
        <translation>پچھلے {days} دنوں میں</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Add a camera</source>
        <translation>کیمرہ شامل کریں</translation>
    </message>
    <message>
        <source>Give its address and login, test it live, and see it on the wall.</source>
        <translation>اس کا پتہ اور لاگ اِن دیں، آزمائیں، اور دیوار پر دیکھیں۔</translation>
    </message>
    <message>
        <source>Import a list (CSV)</source>
        <translation>فہرست لائیں (CSV)</translation>
    </message>
    <message>
        <source>Take in thirty cameras at once. You see what will happen before anything is written.</source>
        <translation>ایک ساتھ تیس کیمرے لائیں۔ کچھ بھی لکھنے سے پہلے آپ دیکھ لیں گے کہ کیا ہو گا۔</translation>
    </message>
    <message>
        <source>Discover cameras</source>
        <translation>کیمرے تلاش کریں</translation>
    </message>
    <message>
        <source>Look for ONVIF cameras in the network, tick them, and give one login.</source>
        <translation>نیٹ ورک میں ONVIF کیمرے تلاش کریں، انہیں چنیں اور ایک ہی لاگ اِن دیں۔</translation>
    </message>
    <message>
        <source>See the simulated district</source>
        <translation>فرضی ضلع دیکھیں</translation>
    </message>
    <message>
        <source>Thirty made-up cameras for training, with every kind of fault.</source>
        <translation>تربیت کے لیے تیس فرضی کیمرے، ہر قسم کی خرابی کے ساتھ۔</translation>
    </message>
    <message>
        <source>Save an empty example CSV…</source>
        <translation>خالی نمونہ CSV محفوظ کریں…</translation>
    </message>
    <message>
        <source>No cameras yet</source>
        <translation>ابھی کوئی کیمرہ نہیں</translation>
    </message>
    <message>
        <source>How would you like to begin?</source>
        <translation>آپ کیسے شروع کرنا چاہیں گے؟</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Next step</source>
        <translation>اگلا مرحلہ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>نوٹ</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>التوا</translation>
    </message>
    <message>
        <source>More</source>
        <translation>مزید</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>پرنٹ</translation>
    </message>
    <message>
        <source>End hold</source>
        <translation>التوا ختم</translation>
    </message>
    <message>
        <source>Add a person or vehicle</source>
        <translation>شخص یا گاڑی شامل کریں</translation>
    </message>
    <message>
        <source>Link another incident…</source>
        <translation>دوسرا واقعہ جوڑیں…</translation>
    </message>
    <message>
        <source>Link a watch notice…</source>
        <translation>تلاش نوٹس جوڑیں…</translation>
    </message>
    <message>
        <source>Link the wall&apos;s selected camera</source>
        <translation>دیوار کا منتخب کیمرہ جوڑیں</translation>
    </message>
    <message>
        <source>Caller called back</source>
        <translation>کالر کو جوابی کال ہو گئی</translation>
    </message>
    <message>
        <source>Lock a clip…</source>
        <translation>کلپ مقفل کریں…</translation>
    </message>
    <message>
        <source>Transfer sheet…</source>
        <translation>منتقلی فارم…</translation>
    </message>
    <message>
        <source>Request to preserve data…</source>
        <translation>ڈیٹا محفوظ رکھنے کی درخواست…</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>جائزہ…</translation>
    </message>
    <message>
        <source>Review and reopen…</source>
        <translation>جائزہ لے کر دوبارہ کھولیں…</translation>
    </message>
    <message>
        <source>Send another unit</source>
        <translation>ایک اور یونٹ بھیجیں</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>منسوخ</translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message>
        <source>Special events</source>
        <translation>خاص واقعات</translation>
    </message>
    <message>
        <source>Remarks of the outgoing officer</source>
        <translation>جانے والے افسر کے ریمارکس</translation>
    </message>
    <message>
        <source>Remarks of the incoming officer</source>
        <translation>آنے والے افسر کے ریمارکس</translation>
    </message>
    <message>
        <source>Open incidents S1 and S2</source>
        <translation>کھلے واقعات S1 اور S2</translation>
    </message>
    <message>
        <source>{severity}: {count}</source>
        <translation>{severity}: {count}</translation>
    </message>
    <message>
        <source>Other open incidents</source>
        <translation>دوسرے کھلے واقعات</translation>
    </message>
    <message>
        <source>Holds that end soon</source>
        <translation>جلد ختم ہونے والے التوا</translation>
    </message>
    <message>
        <source>Call-backs due</source>
        <translation>باقی جوابی کالیں</translation>
    </message>
    <message>
        <source>{state} · {place} · entered {at}</source>
        <translation>{state} · {place} · اندراج {at}</translation>
    </message>
    <message>
        <source>{state} · entered {at}</source>
        <translation>{state} · اندراج {at}</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>کھول لیا</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>کھولیں</translation>
    </message>
    <message>
        <source>Open incident {label}</source>
        <translation>واقعہ {label} کھولیں</translation>
    </message>
    <message>
        <source>your relief opens it</source>
        <translation>آنے والا افسر کھولے گا</translation>
    </message>
    <message>
        <source>Cameras lost in this shift</source>
        <translation>اس شفٹ میں بند ہونے والے کیمرے</translation>
    </message>
    <message>
        <source>at {at}</source>
        <translation>بوقت {at}</translation>
    </message>
    <message>
        <source>Cameras back in this shift</source>
        <translation>اس شفٹ میں بحال ہونے والے کیمرے</translation>
    </message>
    <message>
        <source>Cameras down now</source>
        <translation>اس وقت بند کیمرے</translation>
    </message>
    <message>
        <source>for {age}</source>
        <translation>{age} سے</translation>
    </message>
    <message>
        <source>{number} {name} ({when})</source>
        <translation>{number} {name} ({when})</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>اور {count} مزید</translation>
    </message>
    <message>
        <source>Clip locks that end soon</source>
        <translation>جلد ختم ہونے والے کلپ کے قفل</translation>
    </message>
    <message>
        <source>{incident}, camera {number}</source>
        <translation>{incident}، کیمرہ {number}</translation>
    </message>
    <message>
        <source>Exports waiting</source>
        <translation>منتظر ایکسپورٹ</translation>
    </message>
    <message>
        <source>Recording has not begun on this console; there is nothing to export.</source>
        <translation>اس کنسول پر ریکارڈنگ شروع نہیں ہوئی؛ ایکسپورٹ کرنے کو کچھ نہیں۔</translation>
    </message>
    <message>
        <source>Cameras turned away from home</source>
        <translation>اپنے اصل رخ سے ہٹے ہوئے کیمرے</translation>
    </message>
    <message>
        <source>Not known: this console does not move cameras yet.</source>
        <translation>معلوم نہیں: یہ کنسول ابھی کیمرے نہیں گھماتا۔</translation>
    </message>
    <message>
        <source>Waiting for headquarters</source>
        <translation>ہیڈ کوارٹر کے منتظر</translation>
    </message>
    <message>
        <source>Headquarters is not connected yet; nothing is sent from here.</source>
        <translation>ہیڈ کوارٹر ابھی منسلک نہیں؛ یہاں سے کچھ نہیں بھیجا جاتا۔</translation>
    </message>
    <message>
        <source>Defects found by the checks</source>
        <translation>جانچ میں ملنے والی خرابیاں</translation>
    </message>
    <message>
        <source>Checks nobody answered: {count}</source>
        <translation>جن جانچوں کا جواب نہیں دیا گیا: {count}</translation>
    </message>
    <message>
        <source>Written in the log</source>
        <translation>لاگ میں لکھا گیا</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>دستخط</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>جانے والا</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>آنے والا</translation>
    </message>
    <message>
        <source>Audit, row {n}</source>
        <translation>آڈٹ، سطر {n}</translation>
    </message>
    <message>
        <source>SHA-256 of what was signed</source>
        <translation>دستخط شدہ متن کا SHA-256</translation>
    </message>
    <message>
        <source>{officer} · {at} · by password</source>
        <translation>{officer} · {at} · بذریعہ پاس ورڈ</translation>
    </message>
    <message>
        <source>none</source>
        <translation>کوئی نہیں</translation>
    </message>
    <message>
        <source>misconduct; its words are not on this form</source>
        <translation>مس کنڈکٹ کا معاملہ؛ اس کا متن اس فارم پر نہیں</translation>
    </message>
    <message>
        <source>Scrolls with the arrows</source>
        <translation>تیروں سے اوپر نیچے ہوتا ہے</translation>
    </message>
</context>
<context>
    <name>FoundTable</name>
    <message>
        <source>Device</source>
        <translation>آلہ</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>کمپنی</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>پتہ</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>فہرست میں</translation>
    </message>
    <message>
        <source>New</source>
        <translation>نیا</translation>
    </message>
    <message>
        <source>Already camera {number}</source>
        <translation>پہلے سے کیمرہ {number}</translation>
    </message>
    <message>
        <source>Camera {number} {name}; it has {count} picture sources, the first one is taken.</source>
        <translation>کیمرہ {number} {name}؛ اس میں تصویر کے {count} ذرائع ہیں، پہلا لیا جاتا ہے۔</translation>
    </message>
    <message>
        <source>Camera {number} {name} is in the list.</source>
        <translation>کیمرہ {number} {name} فہرست میں ہے۔</translation>
    </message>
</context>
<context>
    <name>FrameParts</name>
    <message>
        <source>Nobody is signed in; there is no password to change.</source>
        <translation>کوئی سائن اِن نہیں؛ بدلنے کو کوئی پاس ورڈ نہیں۔</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>Nobody is signed in; there is nothing to lock.</source>
        <translation>کوئی سائن اِن نہیں؛ مقفل کرنے کو کچھ نہیں۔</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>کوئی سائن اِن نہیں۔</translation>
    </message>
</context>
<context>
    <name>GrantTable</name>
    <message>
        <source>May</source>
        <translation>اجازت</translation>
    </message>
    <message>
        <source>{role} *</source>
        <comment>a role with changes that are not saved</comment>
        <translation>{role} *</translation>
    </message>
    <message>
        <source>{role}: may {permission}</source>
        <translation>{role}: اجازت ہے: {permission}</translation>
    </message>
    <message>
        <source>{role}: may not {permission}</source>
        <translation>{role}: اجازت نہیں: {permission}</translation>
    </message>
    <message>
        <source>all cameras</source>
        <translation>تمام کیمرے</translation>
    </message>
    <message>
        <source>1 group</source>
        <translation>ایک گروپ</translation>
    </message>
    <message>
        <source>{count} groups</source>
        <translation>{count} گروپ</translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message>
        <source>Kept in the running log.</source>
        <translation>رواں لاگ میں محفوظ ہو گیا۔</translation>
    </message>
    <message>
        <source>This shift</source>
        <translation>یہ شفٹ</translation>
    </message>
    <message>
        <source>Handovers</source>
        <translation>حوالگیاں</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>ڈیوٹی روسٹر</translation>
    </message>
    <message>
        <source>Hours and checks…</source>
        <translation>اوقات اور جانچ…</translation>
    </message>
    <message>
        <source>Line in the log…</source>
        <translation>لاگ میں سطر…</translation>
    </message>
    <message>
        <source>Duty is taken.</source>
        <translation>ڈیوٹی لے لی گئی۔</translation>
    </message>
    <message>
        <source>The duty was ended by order.</source>
        <translation>ڈیوٹی حکم سے ختم کر دی گئی۔</translation>
    </message>
    <message>
        <source>Handed over and signed by both; {officer} is on duty.</source>
        <translation>شفٹ حوالے ہو گئی، دونوں نے دستخط کر دیے؛ {officer} ڈیوٹی پر ہے۔</translation>
    </message>
    <message>
        <source>Hours and checks are kept.</source>
        <translation>اوقات اور جانچ محفوظ ہو گئے۔</translation>
    </message>
</context>
<context>
    <name>HandoverPane</name>
    <message>
        <source>Prepare</source>
        <translation>تیاری</translation>
    </message>
    <message>
        <source>Read and open</source>
        <translation>پڑھیں اور کھولیں</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>دستخط</translation>
    </message>
    <message>
        <source>Handed over as</source>
        <translation>اگلی شفٹ</translation>
    </message>
    <message>
        <source>Special events of this shift</source>
        <translation>اس شفٹ کے خاص واقعات</translation>
    </message>
    <message>
        <source>Remarks to the incoming officer</source>
        <translation>آنے والے افسر کے لیے ریمارکس</translation>
    </message>
    <message>
        <source>Remarks of the incoming officer</source>
        <translation>آنے والے افسر کے ریمارکس</translation>
    </message>
    <message>
        <source>Prepare handover</source>
        <translation>حوالگی تیار کریں</translation>
    </message>
    <message>
        <source>Incoming officer…</source>
        <translation>آنے والا افسر…</translation>
    </message>
    <message>
        <source>Both sign…</source>
        <translation>دونوں دستخط کریں…</translation>
    </message>
    <message>
        <source>Back to preparing</source>
        <translation>واپس تیاری پر</translation>
    </message>
    <message>
        <source>Give this handover up</source>
        <translation>یہ حوالگی چھوڑ دیں</translation>
    </message>
    <message>
        <source>Nobody is on duty, so there is nothing to hand over.</source>
        <translation>ڈیوٹی پر کوئی نہیں، اس لیے حوالے کرنے کو کچھ نہیں۔</translation>
    </message>
    <message>
        <source>{officer} is on duty and hands this shift over when he is signed in.</source>
        <translation>{officer} ڈیوٹی پر ہے اور سائن اِن ہونے پر یہ شفٹ حوالے کرے گا۔</translation>
    </message>
    <message>
        <source>The form below fills itself. Prepare the handover when your relief has come.</source>
        <translation>نیچے والا فارم خود بھرتا ہے۔ آنے والا افسر پہنچ جائے تو حوالگی تیار کریں۔</translation>
    </message>
    <message>
        <source>The form is being filled…</source>
        <translation>فارم بھرا جا رہا ہے…</translation>
    </message>
    <message>
        <source>Write what your relief must know. Then he says who he is, at this desk.</source>
        <translation>وہ لکھیں جو آنے والے افسر کو معلوم ہونا چاہیے۔ پھر وہ اسی ڈیسک پر اپنی شناخت کرائے۔</translation>
    </message>
    <message>
        <source>{officer} reads the form and opens each S1 and S2: {done} of {count} opened.</source>
        <translation>{officer} فارم پڑھتا ہے اور ہر S1 اور S2 کھولتا ہے: {count} میں سے {done} کھولے۔</translation>
    </message>
    <message>
        <source>{officer} has opened everything. Go through the form together, then both sign.</source>
        <translation>{officer} نے سب کھول لیے۔ فارم مل کر دیکھیں، پھر دونوں دستخط کریں۔</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>In a window</source>
        <translation>ونڈو میں</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>منتقل کریں…</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>ایک طرف رکھیں</translation>
    </message>
    <message>
        <source>Closes this window until its screen is back; nothing of it is lost.</source>
        <translation>سکرین واپس آنے تک یہ ونڈو بند کرتا ہے؛ اس کی کوئی چیز ضائع نہیں ہوتی۔</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>Closes this window for good; the cameras stay on the main wall.</source>
        <translation>یہ ونڈو مستقل بند کرتا ہے؛ کیمرے اصل دیوار پر رہتے ہیں۔</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>پوری سکرین</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>ریکارڈ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
</context>
<context>
    <name>IdentifyDialog</name>
    <message>
        <source>Incoming officer</source>
        <translation>آنے والا افسر</translation>
    </message>
    <message>
        <source>The officer who takes over says who he is. He then opens each S1 and S2 himself.</source>
        <translation>چارج لینے والا افسر اپنی شناخت کراتا ہے۔ پھر ہر S1 اور S2 خود کھولتا ہے۔</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>آگے</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>بیج نمبر</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>پاس ورڈ</translation>
    </message>
</context>
<context>
    <name>IdleLock</name>
    <message>
        <source>The console locks in {seconds} seconds unless a key is pressed.</source>
        <translation>کوئی کنجی نہ دبائی گئی تو کنسول {seconds} سیکنڈ میں مقفل ہو جائے گا۔</translation>
    </message>
</context>
<context>
    <name>IncidentCard</name>
    <message>
        <source>{number} {what}</source>
        <translation>{number} {what}</translation>
    </message>
</context>
<context>
    <name>IncidentDesk</name>
    <message>
        <source>No new incident waits to be acknowledged.</source>
        <translation>کوئی نیا واقعہ وصولی کا منتظر نہیں۔</translation>
    </message>
    <message>
        <source>The clip is unlocked: its recording may be deleted when its time is over.</source>
        <translation>کلپ کا قفل کھل گیا: وقت پورا ہونے پر اس کی ریکارڈنگ مٹائی جا سکتی ہے۔</translation>
    </message>
</context>
<context>
    <name>IncidentPapers</name>
    <message>
        <source>Print {number}</source>
        <translation>{number} پرنٹ کریں</translation>
    </message>
    <message>
        <source>Print the incident</source>
        <translation>واقعہ پرنٹ کریں</translation>
    </message>
    <message>
        <source>Papers (*.pdf)</source>
        <translation>دستاویزات (*.pdf)</translation>
    </message>
    <message>
        <source>Transfer sheet of {number}</source>
        <translation>{number} کا منتقلی فارم</translation>
    </message>
    <message>
        <source>To</source>
        <translation>بنام</translation>
    </message>
    <message>
        <source>Why it goes there, what they were told</source>
        <translation>وہاں کیوں بھیجا جا رہا ہے، انہیں کیا بتایا گیا</translation>
    </message>
    <message>
        <source>Request to preserve data for {number}</source>
        <translation>{number} کے لیے ڈیٹا محفوظ رکھنے کی درخواست</translation>
    </message>
    <message>
        <source>To whom: the provider</source>
        <translation>کس کے نام: فراہم کنندہ</translation>
    </message>
    <message>
        <source>What is to be kept: accounts, numbers, addresses, from when to when</source>
        <translation>کیا محفوظ رکھا جائے: اکاؤنٹ، نمبر، پتے، کب سے کب تک</translation>
    </message>
    <message>
        <source>Export this list</source>
        <translation>یہ فہرست فائل میں نکالیں</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>جدول (*.csv)</translation>
    </message>
    <message>
        <source>With the sealed identity; the audit tells of it</source>
        <translation>سربمہر شناخت کے ساتھ؛ آڈٹ میں درج ہو گا</translation>
    </message>
    <message>
        <source>Save the paper…</source>
        <translation>کاغذ محفوظ کریں…</translation>
    </message>
    <message>
        <source>Save the paper</source>
        <translation>کاغذ محفوظ کریں</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>{file} کے نام سے محفوظ ہو گیا۔</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>تمام فائلیں (*)</translation>
    </message>
</context>
<context>
    <name>IncidentSheet</name>
    <message>
        <source>Read</source>
        <translation>پڑھ لیا</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>سنگینی</translation>
    </message>
    <message>
        <source>State</source>
        <translation>حالت</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>جگہ</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>وقوعہ</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>اندراج</translation>
    </message>
    <message>
        <source>{at} by {badge}</source>
        <translation>{at} از {badge}</translation>
    </message>
    <message>
        <source>Worked by</source>
        <translation>ذمہ دار افسر</translation>
    </message>
    <message>
        <source>On hold until</source>
        <translation>التوا کب تک</translation>
    </message>
    <message>
        <source>Call-back due</source>
        <translation>جوابی کال کب تک</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>یونٹ</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>کیمرے</translation>
    </message>
    <message>
        <source>Steps still open</source>
        <translation>باقی اقدامات</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>کیا ہوا</translation>
    </message>
    <message>
        <source>{number} (down)</source>
        <translation>{number} (بند)</translation>
    </message>
    <message>
        <source>{number}</source>
        <translation>{number}</translation>
    </message>
</context>
<context>
    <name>IncidentsPage</name>
    <message>
        <source>No camera is selected on the wall; select one there first.</source>
        <translation>دیوار پر کوئی کیمرہ منتخب نہیں؛ پہلے وہاں ایک منتخب کریں۔</translation>
    </message>
</context>
<context>
    <name>JoystickTab</name>
    <message>
        <source>Steer with this one</source>
        <translation>اسی سے کنٹرول کریں</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>Shows what is kept again.</source>
        <translation>جو محفوظ ہے وہ پھر دکھاتا ہے۔</translation>
    </message>
    <message>
        <source>First arrangement…</source>
        <translation>ابتدائی ترتیب…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>فائل میں نکالیں…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>فائل سے لائیں…</translation>
    </message>
    <message>
        <source>The arrangement is written to {file}.</source>
        <translation>ترتیب فائل {file} میں لکھ دی گئی۔</translation>
    </message>
    <message>
        <source>Joysticks cannot be read on this machine: {error}</source>
        <translation>اس کمپیوٹر پر جوائے اسٹک پڑھی نہیں جا سکتی: {error}</translation>
    </message>
    <message>
        <source>No joystick is plugged in. Plug one in: it appears here at once.</source>
        <translation>کوئی جوائے اسٹک نہیں لگی۔ لگائیں: فوراً یہاں آ جائے گی۔</translation>
    </message>
    <message>
        <source>These axes are away from their centre: {axes}. Nothing is steered before each was there once; an axis that never rests in its centre must steer nothing.</source>
        <translation>یہ محور اپنے مرکز سے ہٹے ہوئے ہیں: {axes}۔ جب تک ہر ایک ایک بار مرکز پر نہ آئے، کچھ نہیں ہلے گا؛ جو محور کبھی مرکز پر نہیں ٹھہرتا اسے کوئی کنٹرول نہ دیں۔</translation>
    </message>
    <message>
        <source>Your role may look at this and not change it.</source>
        <translation>آپ کا کردار یہ دیکھ سکتا ہے، بدل نہیں سکتا۔</translation>
    </message>
    <message>
        <source>Changed and not saved. The bars show how it will be.</source>
        <translation>بدلا گیا مگر محفوظ نہیں ہوا۔ پٹیاں دکھاتی ہیں کہ محفوظ ہونے پر کیسا ہو گا۔</translation>
    </message>
    <message>
        <source>While this page is in sight the joystick moves no camera.</source>
        <translation>جب تک یہ صفحہ سامنے ہے، جوائے اسٹک کوئی کیمرہ نہیں ہلاتی۔</translation>
    </message>
    <message>
        <source>The arrangement of {name} is saved.</source>
        <translation>{name} کی ترتیب محفوظ ہو گئی۔</translation>
    </message>
    <message>
        <source>The file is read. Try the joystick, then save.</source>
        <translation>فائل پڑھ لی گئی۔ جوائے اسٹک آزمائیں، پھر محفوظ کریں۔</translation>
    </message>
    <message>
        <source>First arrangement</source>
        <translation>ابتدائی ترتیب</translation>
    </message>
    <message>
        <source>{name} is used again as a joystick that was never arranged; what was set here is forgotten.</source>
        <translation>{name} پھر ایسے استعمال ہو گی جیسے اسے کبھی ترتیب نہ دی گئی ہو؛ یہاں جو مقرر کیا گیا تھا وہ ختم ہو جائے گا۔</translation>
    </message>
    <message>
        <source>Forget what was set</source>
        <translation>مقرر کردہ ختم کریں</translation>
    </message>
    <message>
        <source>A joystick steers the selected camera while a window of the console has the focus.</source>
        <translation>کنسول کی کوئی ونڈو سامنے اور فعال ہو تو جوائے اسٹک منتخب کیمرے کو کنٹرول کرتی ہے۔</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys and help</source>
        <translation>کنجیاں اور مدد</translation>
    </message>
    <message>
        <source>Numbers on the wall</source>
        <translation>دیوار پر نمبر</translation>
    </message>
    <message>
        <source>On the wall</source>
        <translation>دیوار پر</translation>
    </message>
    <message>
        <source>On every page</source>
        <translation>ہر صفحے پر</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
    <message>
        <source>A number is typed first, then the key; it is dropped after 3 seconds.</source>
        <translation>پہلے نمبر، پھر کنجی دبائیں؛ نمبر 3 سیکنڈ بعد مٹ جاتا ہے۔</translation>
    </message>
</context>
<context>
    <name>KeyboardHint</name>
    <message>
        <source>Caps Lock is on.</source>
        <translation>کی بورڈ پر Caps Lock آن ہے۔</translation>
    </message>
    <message>
        <source>The keyboard writes Urdu letters now.</source>
        <translation>کی بورڈ اب اردو حروف لکھ رہا ہے۔</translation>
    </message>
    <message>
        <source>Keyboard: {language}</source>
        <translation>کی بورڈ: {language}</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>Close the console</source>
        <translation>کنسول بند کریں</translation>
    </message>
    <message>
        <source>The console closes on every screen and nobody sees the cameras here until it is started again.</source>
        <translation>کنسول ہر سکرین پر بند ہو جائے گا اور دوبارہ چلانے تک یہاں کوئی کیمرے نہیں دیکھ سکے گا۔</translation>
    </message>
    <message>
        <source>This console was started as a kiosk and stays full-screen.</source>
        <translation>یہ کنسول کیوسک کے طور پر چلایا گیا ہے اور پوری سکرین پر رہے گا۔</translation>
    </message>
</context>
<context>
    <name>LayoutCanvas</name>
    <message>
        <source>Tiles of the layout</source>
        <translation>ترتیب کے خانے</translation>
    </message>
</context>
<context>
    <name>LayoutEditor</name>
    <message>
        <source>Edit layout</source>
        <translation>ترتیب تبدیل کریں</translation>
    </message>
    <message>
        <source>The drawing is not kept yet. Close once more to let it go.</source>
        <translation>یہ خاکہ ابھی محفوظ نہیں ہوا۔ چھوڑنے کے لیے ایک بار پھر بند کریں۔</translation>
    </message>
    <message>
        <source>Choose tiles with the pointer or the arrows (Shift: several). Pull an edge, or move it with Ctrl and an arrow; with Shift the whole line moves.</source>
        <translation>خانے ماؤس یا تیروں سے چنیں (Shift: کئی)۔ کنارہ کھینچیں، یا Ctrl اور تیر سے ہٹائیں؛ Shift کے ساتھ پوری لکیر ہٹتی ہے۔</translation>
    </message>
    <message>
        <source>Name of the layout</source>
        <translation>ترتیب کا نام</translation>
    </message>
    <message>
        <source>Save as own layout</source>
        <translation>اپنی ترتیب کے طور پر محفوظ کریں</translation>
    </message>
    <message>
        <source>Apply to the wall</source>
        <translation>دیوار پر لگائیں</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
    <message>
        <source>{count} tiles · chosen: {tiles}</source>
        <translation>{count} خانے · منتخب: {tiles}</translation>
    </message>
    <message>
        <source>One tile</source>
        <translation>ایک خانہ</translation>
    </message>
    <message>
        <source>Give the layout a name first.</source>
        <translation>پہلے ترتیب کا نام لکھیں۔</translation>
    </message>
    <message>
        <source>The layout is kept as “{name}”.</source>
        <translation>ترتیب ”{name}“ کے نام سے محفوظ ہو گئی۔</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>You are on duty</source>
        <translation>آپ ڈیوٹی پر ہیں</translation>
    </message>
    <message>
        <source>You are about to sign out without a handover. Your duty goes on, and the log will say that you are absent, until you sign in again, hand over, or a supervisor ends it by order.</source>
        <translation>آپ حوالگی کے بغیر سائن آؤٹ کر رہے ہیں۔ آپ کی ڈیوٹی جاری رہے گی اور لاگ میں آپ غیر حاضر لکھے جائیں گے، جب تک آپ دوبارہ سائن اِن نہ کریں، شفٹ حوالے نہ کریں، یا سپروائزر اسے حکم سے ختم نہ کرے۔</translation>
    </message>
    <message>
        <source>Sign out all the same</source>
        <translation>پھر بھی سائن آؤٹ کریں</translation>
    </message>
</context>
<context>
    <name>LiaisonPage</name>
    <message>
        <source>Liaison</source>
        <translation>عوامی رابطہ</translation>
    </message>
    <message>
        <source>Complaints and call-backs</source>
        <translation>شکایات اور جوابی کالیں</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>رابطے</translation>
    </message>
    <message>
        <source>Requests and consents</source>
        <translation>درخواستیں اور رضامندیاں</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>مہینہ</translation>
    </message>
</context>
<context>
    <name>LifeHands</name>
    <message>
        <source>Send a unit</source>
        <translation>یونٹ بھیجیں</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>یونٹ</translation>
    </message>
    <message>
        <source>Told at</source>
        <translation>کب بتایا گیا</translation>
    </message>
    <message>
        <source>now; or 14:35, or -10 for ten minutes ago</source>
        <translation>ابھی؛ یا 14:35، یا دس منٹ پہلے کے لیے -10</translation>
    </message>
    <message>
        <source>Note that it was told</source>
        <translation>درج کریں کہ بتا دیا گیا</translation>
    </message>
    <message>
        <source>Hold {number}</source>
        <translation>التوا {number}</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>کتنی دیر کے لیے</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>وجہ</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>التوا میں رکھیں</translation>
    </message>
    <message>
        <source>Its clock is not late while it is on hold; the hold ends by itself.</source>
        <translation>التوا کے دوران اس کا وقت تاخیر میں شمار نہیں ہوتا؛ التوا خود ختم ہو جاتا ہے۔</translation>
    </message>
    <message>
        <source>Review and reopen {number}</source>
        <translation>جائزہ لیں اور {number} دوبارہ کھولیں</translation>
    </message>
    <message>
        <source>Review {number}</source>
        <translation>جائزہ {number}</translation>
    </message>
    <message>
        <source>What the review found</source>
        <translation>جائزے میں کیا سامنے آیا</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>دوبارہ کھولیں</translation>
    </message>
    <message>
        <source>Save the review</source>
        <translation>جائزہ محفوظ کریں</translation>
    </message>
    <message>
        <source>Why it was none</source>
        <translation>غلط الارم کیوں تھا</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>کیسے ختم ہوا</translation>
    </message>
    <message>
        <source>Required steps are open; a supervisor goes on with a reason</source>
        <translation>لازمی اقدامات باقی ہیں؛ سپروائزر وجہ لکھ کر آگے بڑھ سکتا ہے</translation>
    </message>
    <message>
        <source>To</source>
        <translation>کس کو</translation>
    </message>
    <message>
        <source>What they were told</source>
        <translation>انہیں کیا بتایا گیا</translation>
    </message>
    <message>
        <source>{number} is a duplicate</source>
        <translation>{number} دہرا اندراج ہے</translation>
    </message>
    <message>
        <source>Number of the other</source>
        <translation>دوسرے واقعے کا نمبر</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} منٹ</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 گھنٹہ</translation>
    </message>
    <message>
        <source>{hours} hours</source>
        <translation>{hours} گھنٹے</translation>
    </message>
</context>
<context>
    <name>LifeStrip</name>
    <message>
        <source>It stands at: {state}</source>
        <translation>موجودہ حالت: {state}</translation>
    </message>
    <message>
        <source>{state}: {time}</source>
        <translation>{state}: {time}</translation>
    </message>
</context>
<context>
    <name>LineDialog</name>
    <message>
        <source>Line in the running log</source>
        <translation>رواں لاگ میں سطر</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>شامل کریں</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ابھی</translation>
    </message>
    <message>
        <source> min ago</source>
        <translation> منٹ پہلے</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>کیا ہوا</translation>
    </message>
    <message>
        <source>When</source>
        <translation>کب</translation>
    </message>
    <message>
        <source>A late entry keeps both times.</source>
        <translation>دیر سے کیے گئے اندراج میں دونوں وقت رہتے ہیں۔</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Search number, place, person, plate, words…</source>
        <translation>نمبر، جگہ، شخص، نمبر پلیٹ، الفاظ تلاش کریں…</translation>
    </message>
    <message>
        <source>Search incidents</source>
        <translation>واقعات تلاش کریں</translation>
    </message>
    <message>
        <source>Searches every incident, in English or Urdu</source>
        <translation>ہر واقعے میں تلاش کرتا ہے، انگریزی یا اردو میں</translation>
    </message>
    <message>
        <source>Call-backs due</source>
        <translation>واجب جوابی کالیں</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>فلٹر</translation>
    </message>
    <message>
        <source>New incident {key}</source>
        <translation>نیا واقعہ {key}</translation>
    </message>
    <message>
        <source>Export, procedures, units</source>
        <translation>فہرست نکالنا، طریقہ کار، یونٹ</translation>
    </message>
    <message>
        <source>More of the list</source>
        <translation>فہرست کے مزید کام</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>واقعات</translation>
    </message>
    <message>
        <source>Nothing matches “{text}”.</source>
        <translation>”{text}“ سے کچھ نہیں ملتا۔</translation>
    </message>
    <message>
        <source>Nothing matches the filters.</source>
        <translation>ان فلٹروں سے کچھ نہیں ملتا۔</translation>
    </message>
    <message>
        <source>No incident is open.</source>
        <translation>کوئی واقعہ کھلا نہیں۔</translation>
    </message>
    <message>
        <source>No incident in this shift yet.</source>
        <translation>اس شفٹ میں ابھی کوئی واقعہ نہیں۔</translation>
    </message>
    <message>
        <source>No incident was ever entered.</source>
        <translation>ابھی تک کوئی واقعہ درج نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Export this list (CSV)…</source>
        <translation>یہ فہرست نکالیں (CSV)…</translation>
    </message>
    <message>
        <source>Procedures and targets…</source>
        <translation>طریقہ کار اور مقررہ اوقات…</translation>
    </message>
    <message>
        <source>Units…</source>
        <translation>یونٹ…</translation>
    </message>
    <message>
        <source>Call-backs due {count}</source>
        <translation>باقی جوابی کالیں {count}</translation>
    </message>
    <message>
        <source>Filters {count}</source>
        <translation>فلٹر {count}</translation>
    </message>
    <message>
        <source>{count} more came</source>
        <translation>{count} مزید آئے</translation>
    </message>
</context>
<context>
    <name>LiveTest</name>
    <message>
        <source>Test live</source>
        <translation>ابھی آزمائیں</translation>
    </message>
    <message>
        <source>The picture appears here when the test reaches it.</source>
        <translation>آزمائش وہاں تک پہنچے گی تو تصویر یہاں آئے گی۔</translation>
    </message>
    <message>
        <source>Waiting for the first picture…</source>
        <translation>پہلی تصویر کا انتظار…</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>آزمائش جاری ہے…</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>آزمائش روکیں</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>روک دی گئی۔</translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation>{ms} ملی سیکنڈ</translation>
    </message>
    <message>
        <source>It does not tell its time</source>
        <translation>یہ اپنا وقت نہیں بتاتا</translation>
    </message>
    <message>
        <source>Small picture: {rung}</source>
        <translation>چھوٹی تصویر: {rung}</translation>
    </message>
    <message>
        <source>Full picture: {rung}</source>
        <translation>پوری تصویر: {rung}</translation>
    </message>
    <message>
        <source>The full picture works, but the small one has a fault.</source>
        <translation>پوری تصویر ٹھیک ہے، مگر چھوٹی تصویر میں خرابی ہے۔</translation>
    </message>
    <message>
        <source>It works: {size}, {codec}, {fps} pictures a second.</source>
        <translation>ٹھیک چل رہا ہے: {size}، {codec}، فی سیکنڈ {fps} تصویریں۔</translation>
    </message>
    <message>
        <source>Still picture of {time}</source>
        <translation>{time} کی ساکن تصویر</translation>
    </message>
    <message>
        <source>It sends pictures, but something is wrong.</source>
        <translation>تصویریں آ رہی ہیں مگر کچھ خرابی ہے۔</translation>
    </message>
    <message>
        <source>It does not work yet. The last line says where it stops.</source>
        <translation>ابھی نہیں چل رہا۔ آخری سطر بتاتی ہے کہ کہاں رکا۔</translation>
    </message>
    <message>
        <source>No picture.</source>
        <translation>کوئی تصویر نہیں۔</translation>
    </message>
    <message>
        <source>Both work: {size}, {codec}, {fps} pictures a second; the small one {small}.</source>
        <translation>دونوں ٹھیک ہیں: {size}، {codec}، فی سیکنڈ {fps} تصاویر؛ چھوٹی تصویر {small}۔</translation>
    </message>
    <message>
        <source>Live picture of the camera</source>
        <translation>کیمرے کی براہِ راست تصویر</translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <source>{at} {who}: {text}</source>
        <translation>{at} {who}: {text}</translation>
    </message>
    <message>
        <source>{at}: {text}</source>
        <translation>{at}: {text}</translation>
    </message>
    <message>
        <source>{text} (entered {at})</source>
        <translation>{text} (اندراج {at})</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Running log</source>
        <translation>رواں لاگ</translation>
    </message>
    <message>
        <source>Write what happened, then Enter</source>
        <translation>جو ہوا لکھیں، پھر Enter دبائیں</translation>
    </message>
    <message>
        <source>New line in the running log</source>
        <translation>رواں لاگ میں نئی سطر</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>شامل کریں</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>SafeCity Console</source>
        <translation>سیف سٹی کنسول</translation>
    </message>
</context>
<context>
    <name>MeetingDialog</name>
    <message>
        <source>Committee</source>
        <translation>کمیٹی</translation>
    </message>
    <message>
        <source>When</source>
        <translation>کب</translation>
    </message>
    <message>
        <source>How many were there</source>
        <translation>کتنے لوگ حاضر تھے</translation>
    </message>
    <message>
        <source>What was spoken about, without names of complainants</source>
        <translation>کیا بات ہوئی، شکایت کنندگان کے ناموں کے بغیر</translation>
    </message>
</context>
<context>
    <name>MonthPrinter</name>
    <message>
        <source>Print the month</source>
        <translation>مہینہ پرنٹ کریں</translation>
    </message>
    <message>
        <source>Papers (*.pdf)</source>
        <translation>دستاویزات (*.pdf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>تمام فائلیں (*)</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>{file} کے نام سے محفوظ ہو گیا۔</translation>
    </message>
</context>
<context>
    <name>MonthTab</name>
    <message>
        <source>Month before</source>
        <translation>پچھلا مہینہ</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>اگلا مہینہ</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>پرنٹ…</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>Of sensitive kinds fewer than {few} are not told apart from none, and stand in no other line: in one town, two cases are known by name.</source>
        <translation>حساس اقسام میں {few} سے کم شکایات صفر سے الگ نہیں دکھائی جاتیں، نہ کسی اور سطر میں آتی ہیں: ایک ہی شہر میں دو کیس نام سے پہچانے جاتے ہیں۔</translation>
    </message>
    <message>
        <source>This month is not over yet: its figures will be others.</source>
        <translation>یہ مہینہ ابھی ختم نہیں ہوا: اس کے اعداد بدل جائیں گے۔</translation>
    </message>
    <message>
        <source>Complaints by who told</source>
        <translation>شکایات بلحاظ ذریعہ</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>کل</translation>
    </message>
    <message>
        <source>Complaints by kind</source>
        <translation>شکایات بلحاظ قسم</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>نمٹائی گئیں</translation>
    </message>
    <message>
        <source>Call-backs</source>
        <translation>جوابی کالیں</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>وعدہ کی گئیں</translation>
    </message>
    <message>
        <source>Made in time</source>
        <translation>وقت پر کی گئیں</translation>
    </message>
    <message>
        <source>Made late</source>
        <translation>دیر سے کی گئیں</translation>
    </message>
    <message>
        <source>Not made yet</source>
        <translation>ابھی باقی</translation>
    </message>
    <message>
        <source>Footage of private cameras</source>
        <translation>نجی کیمروں کی فوٹیج</translation>
    </message>
    <message>
        <source>Consents given</source>
        <translation>رضامندیاں دی گئیں</translation>
    </message>
    <message>
        <source>Consents withdrawn</source>
        <translation>رضامندیاں واپس لی گئیں</translation>
    </message>
    <message>
        <source>Committees</source>
        <translation>کمیٹیاں</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>اجلاس</translation>
    </message>
    <message>
        <source>Committees that met</source>
        <translation>اجلاس کرنے والی کمیٹیاں</translation>
    </message>
    <message>
        <source>Committees there are</source>
        <translation>موجودہ کمیٹیاں</translation>
    </message>
    <message>
        <source>fewer than {few}</source>
        <translation>{few} سے کم</translation>
    </message>
</context>
<context>
    <name>MoreFields</name>
    <message>
        <source>More fields</source>
        <translation>مزید خانے</translation>
    </message>
    <message>
        <source>Fewer fields</source>
        <translation>کم خانے</translation>
    </message>
</context>
<context>
    <name>MoreOfIncident</name>
    <message>
        <source>now; or 14:35, or -10 for ten minutes ago</source>
        <translation>ابھی؛ یا 14:35، یا دس منٹ پہلے کے لیے -10</translation>
    </message>
    <message>
        <source>Seal the caller&apos;s identity</source>
        <translation>کالر کی شناخت سربمہر کریں</translation>
    </message>
    <message>
        <source>Caller&apos;s name</source>
        <translation>کالر کا نام</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>فون</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>کب ہوا</translation>
    </message>
    <message>
        <source>A late entry keeps both times: when it happened and when it was entered.</source>
        <translation>دیر سے کیے گئے اندراج میں دونوں وقت رہتے ہیں: کب ہوا اور کب درج کیا گیا۔</translation>
    </message>
    <message>
        <source>Officer it is about</source>
        <translation>متعلقہ افسر</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>نوٹ</translation>
    </message>
    <message>
        <source>Caller, time, note</source>
        <translation>کالر، وقت، نوٹ</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Cancel</source>
        <translation>منسوخ</translation>
    </message>
</context>
<context>
    <name>NewForm</name>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>مزید…</translation>
    </message>
    <message>
        <source>How grave</source>
        <translation>سنگینی</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>ذریعہ اطلاع</translation>
    </message>
    <message>
        <source>Alt+{digit} chooses this from anywhere.</source>
        <translation>کہیں سے بھی Alt+{digit} دبانے سے یہ چنا جاتا ہے۔</translation>
    </message>
    <message>
        <source>What</source>
        <translation>کیا ہوا</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>جگہ</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>چند الفاظ میں</translation>
    </message>
    <message>
        <source>{camera}, {place}</source>
        <translation>{camera}، {place}</translation>
    </message>
</context>
<context>
    <name>NewIncident</name>
    <message>
        <source>New incident</source>
        <translation>نیا واقعہ</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>محفوظ ہو رہا ہے…</translation>
    </message>
    <message>
        <source>Throw this away?</source>
        <translation>یہ ضائع کر دیں؟</translation>
    </message>
    <message>
        <source>What you typed of this incident will be lost.</source>
        <translation>اس واقعے کا جو کچھ آپ نے لکھا ہے وہ ضائع ہو جائے گا۔</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>ضائع کریں</translation>
    </message>
    <message>
        <source>without camera</source>
        <translation>کیمرے کے بغیر</translation>
    </message>
    <message>
        <source>Enters the incident without the selected camera.</source>
        <translation>واقعہ منتخب کیمرے کے بغیر درج کرتا ہے۔</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>منسوخ (Esc)</translation>
    </message>
    <message>
        <source>Save (Enter)</source>
        <translation>محفوظ کریں (Enter)</translation>
    </message>
    <message>
        <source>camera {number} · {time}</source>
        <translation>کیمرہ {number} · {time}</translation>
    </message>
    <message>
        <source>camera {number} · {time} · taking a snapshot</source>
        <translation>کیمرہ {number} · {time} · تصویر لی جا رہی ہے</translation>
    </message>
    <message>
        <source>camera {number} · {time} · snapshot kept</source>
        <translation>کیمرہ {number} · {time} · تصویر محفوظ</translation>
    </message>
    <message>
        <source>camera {number} · {time} · no picture to keep</source>
        <translation>کیمرہ {number} · {time} · محفوظ کرنے کو تصویر نہیں</translation>
    </message>
    <message>
        <source>The identity is sealed; it goes to the women&apos;s desk.</source>
        <translation>شناخت سربمہر ہے؛ یہ خواتین ڈیسک کو جاتی ہے۔</translation>
    </message>
    <message>
        <source>Only the district head and you will see this; never the named officer.</source>
        <translation>اسے صرف ضلعی سربراہ اور آپ دیکھیں گے؛ نامزد افسر کبھی نہیں۔</translation>
    </message>
    <message>
        <source>The state of nearby cameras is noted with it.</source>
        <translation>قریبی کیمروں کی حالت اس کے ساتھ درج ہوتی ہے۔</translation>
    </message>
    <message>
        <source>Camera {number} nearby is down and will be noted.</source>
        <translation>قریبی کیمرہ {number} بند ہے اور یہ درج کیا جائے گا۔</translation>
    </message>
    <message>
        <source>Cameras {numbers} and others nearby are down and will be noted.</source>
        <translation>کیمرے {numbers} اور دوسرے قریبی کیمرے بند ہیں اور یہ درج کیا جائے گا۔</translation>
    </message>
    <message>
        <source>Cameras {numbers} nearby are down and will be noted.</source>
        <translation>قریبی کیمرے {numbers} بند ہیں اور یہ درج کیا جائے گا۔</translation>
    </message>
</context>
<context>
    <name>NewSecret</name>
    <message>
        <source>New PIN</source>
        <translation>نیا PIN</translation>
    </message>
    <message>
        <source>The PIN once more</source>
        <translation>دوبارہ PIN لکھیں</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>نیا پاس ورڈ</translation>
    </message>
    <message>
        <source>The password once more</source>
        <translation>پاس ورڈ ایک بار پھر</translation>
    </message>
    <message>
        <source>{least} to {most} digits, neither all the same nor in a row</source>
        <translation>{least} سے {most} ہندسے، نہ سب ایک جیسے، نہ ترتیب وار</translation>
    </message>
    <message>
        <source>Both are the same</source>
        <translation>دونوں ایک جیسے ہیں</translation>
    </message>
    <message>
        <source>{least} letters or more; a short sentence is easy to keep in mind</source>
        <translation>{least} یا زیادہ حروف؛ چھوٹا سا جملہ یاد رکھنا آسان ہے</translation>
    </message>
    <message>
        <source>Not the badge, the name, the word “password” or one key again and again</source>
        <translation>بیج نمبر، نام، لفظ ”password“ یا ایک ہی کنجی بار بار نہ ہو</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Seen</source>
        <translation>نظر آیا</translation>
    </message>
    <message>
        <source>Notes that you see it now, with the selected camera.</source>
        <translation>درج کرتا ہے کہ آپ اسے ابھی دیکھ رہے ہیں، منتخب کیمرے کے ساتھ۔</translation>
    </message>
</context>
<context>
    <name>NoticeDetail</name>
    <message>
        <source>Seen</source>
        <translation>نظر آیا</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>تبدیل کریں…</translation>
    </message>
    <message>
        <source>Found…</source>
        <translation>مل گیا…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>واپس لیں…</translation>
    </message>
    <message>
        <source>Choose a notice to see all of it.</source>
        <translation>پورا نوٹس دیکھنے کے لیے ایک نوٹس منتخب کریں۔</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>جاری کنندہ</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>وجہ</translation>
    </message>
    <message>
        <source>History</source>
        <translation>ریکارڈ</translation>
    </message>
</context>
<context>
    <name>NoticeDialog</name>
    <message>
        <source>New watch notice</source>
        <translation>نیا تلاش نوٹس</translation>
    </message>
    <message>
        <source>Change the watch notice</source>
        <translation>تلاش نوٹس تبدیل کریں</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>Who or what</source>
        <translation>کون یا کیا</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>نمبر پلیٹ</translation>
    </message>
    <message>
        <source>How to know it</source>
        <translation>پہچان</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>جاری کنندہ</translation>
    </message>
    <message>
        <source>Days on the board</source>
        <translation>بورڈ پر دن</translation>
    </message>
    <message>
        <source>Post the notice</source>
        <translation>نوٹس لگائیں</translation>
    </message>
    <message>
        <source>Save the notice</source>
        <translation>نوٹس محفوظ کریں</translation>
    </message>
    <message>
        <source>for example: {plate}</source>
        <translation>مثلاً: {plate}</translation>
    </message>
    <message>
        <source>for example: SHO Thothal</source>
        <translation>مثلاً: ایس ایچ او تھوتھال</translation>
    </message>
    <message>
        <source>Age, height, clothes, colour, last known place</source>
        <translation>عمر، قد، لباس، رنگ، آخری معلوم جگہ</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>تصویر منتخب کریں…</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>کوئی تصویر نہیں</translation>
    </message>
    <message>
        <source>Faces are shown on this console alone: no list, paper or table carries them.</source>
        <translation>چہرے صرف اسی کنسول پر دکھائے جاتے ہیں: کسی فہرست، کاغذ یا جدول میں نہیں جاتے۔</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>منسوخ</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>تصویر منتخب کریں</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>تصویریں (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>تمام فائلیں (*)</translation>
    </message>
    <message>
        <source>The picture of now stays.</source>
        <translation>موجودہ تصویر ہی رہے گی۔</translation>
    </message>
    <message>
        <source>{label} is on the board.</source>
        <translation>{label} بورڈ پر لگ گیا۔</translation>
    </message>
    <message>
        <source>{label} was changed.</source>
        <translation>{label} تبدیل ہو گیا۔</translation>
    </message>
</context>
<context>
    <name>NowView</name>
    <message>
        <source>Checks at the start of the shift</source>
        <translation>شفٹ کے آغاز کی جانچ</translation>
    </message>
    <message>
        <source>Running log</source>
        <translation>رواں لاگ</translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message>
        <source>{number} is saved.</source>
        <translation>{number} محفوظ ہو گیا۔</translation>
    </message>
    <message>
        <source>{number} is acknowledged.</source>
        <translation>{number} وصول ہو گیا۔</translation>
    </message>
    <message>
        <source>Open {number}</source>
        <translation>{number} کھولیں</translation>
    </message>
</context>
<context>
    <name>OfficerBadge</name>
    <message>
        <source>Officer at the desk</source>
        <translation>ڈیسک پر افسر</translation>
    </message>
    <message>
        <source>Officer {badge} · {name} · {role}</source>
        <translation>افسر {badge} · {name} · {role}</translation>
    </message>
    <message>
        <source>{officer} is at the desk</source>
        <translation>{officer} ڈیسک پر ہے</translation>
    </message>
</context>
<context>
    <name>OfficerDialog</name>
    <message>
        <source>Add an officer</source>
        <translation>افسر شامل کریں</translation>
    </message>
    <message>
        <source>Change an officer</source>
        <translation>افسر تبدیل کریں</translation>
    </message>
    <message>
        <source>Make the officer</source>
        <translation>افسر بنائیں</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>یہاں کوئی نہیں</translation>
    </message>
    <message>
        <source>The badge stays: the audit names it.</source>
        <translation>بیج نمبر وہی رہتا ہے: آڈٹ میں یہی درج ہے۔</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>بیج نمبر</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Name in Urdu</source>
        <translation>اردو نام</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>عہدہ</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>کردار</translation>
    </message>
    <message>
        <source>Reports to</source>
        <translation>کس کے ماتحت</translation>
    </message>
    <message>
        <source>Hand this password over in person. It must be changed at the first sign-in.</source>
        <translation>یہ پاس ورڈ خود ہاتھ میں دیں۔ پہلے سائن اِن پر اسے بدلنا ضروری ہے۔</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>منسوخ</translation>
    </message>
    <message>
        <source>{officer} becomes “{role}” and may then make officers and give every right.</source>
        <translation>{officer} کا کردار ”{role}“ ہو جائے گا، پھر وہ افسر بنا سکے گا اور ہر اجازت دے سکے گا۔</translation>
    </message>
    <message>
        <source>May: {permissions}.</source>
        <translation>اجازت: {permissions}۔</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>OfficersTab</name>
    <message>
        <source>Badge, name or role</source>
        <translation>بیج نمبر، نام یا کردار</translation>
    </message>
    <message>
        <source>Find an officer</source>
        <translation>افسر تلاش کریں</translation>
    </message>
    <message>
        <source>Add an officer…</source>
        <translation>افسر شامل کریں…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>تبدیل کریں…</translation>
    </message>
    <message>
        <source>New password…</source>
        <translation>نیا پاس ورڈ…</translation>
    </message>
    <message>
        <source>Make inactive</source>
        <translation>غیر فعال کریں</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>بیج نمبر</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>عہدہ</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>کردار</translation>
    </message>
    <message>
        <source>Reports to</source>
        <translation>کس کے ماتحت</translation>
    </message>
    <message>
        <source>State</source>
        <translation>حالت</translation>
    </message>
    <message>
        <source>All officers</source>
        <translation>تمام افسر</translation>
    </message>
    <message>
        <source>{officer} can no longer sign in, and is signed out at once where he sits. What he did stays in the audit.</source>
        <translation>{officer} اب سائن اِن نہیں کر سکے گا، اور جہاں بیٹھا ہے وہاں سے فوراً سائن آؤٹ ہو جائے گا۔ اس نے جو کیا وہ آڈٹ میں رہے گا۔</translation>
    </message>
    <message>
        <source>{officer} is saved.</source>
        <translation>{officer} محفوظ ہو گیا۔</translation>
    </message>
    <message>
        <source>{officer} can sign in again with the right to manage officers.</source>
        <translation>{officer} پھر سائن اِن کر سکتا ہے، افسروں کے انتظام کی اجازت کے ساتھ۔</translation>
    </message>
    <message>
        <source>{officer} can sign in again.</source>
        <translation>{officer} پھر سائن اِن کر سکتا ہے۔</translation>
    </message>
    <message>
        <source>{officer} can no longer sign in.</source>
        <translation>{officer} اب سائن اِن نہیں کر سکتا۔</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>غیر فعال</translation>
    </message>
    <message>
        <source>Active; chooses a password at sign-in</source>
        <translation>فعال؛ سائن اِن پر پاس ورڈ چنے گا</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>فعال</translation>
    </message>
    <message>
        <source>Make active</source>
        <translation>فعال کریں</translation>
    </message>
    <message>
        <source>Your own password is changed in the menu of your badge, in the top strip.</source>
        <translation>آپ کا اپنا پاس ورڈ اوپر کی پٹی میں آپ کے بیج کے مینو سے بدلتا ہے۔</translation>
    </message>
</context>
<context>
    <name>OnvifRead</name>
    <message>
        <source>Read from the camera (ONVIF)</source>
        <translation>کیمرے سے پڑھیں (ONVIF)</translation>
    </message>
    <message>
        <source>Asking {host}…</source>
        <translation>{host} سے پوچھا جا رہا ہے…</translation>
    </message>
    <message>
        <source>The device at {host} shows another certificate than the one kept for it ({seen}). Accept it only if the camera was exchanged or set up anew.</source>
        <translation>{host} پر موجود آلہ اب دوسرا سرٹیفکیٹ ({seen}) دکھا رہا ہے، وہ نہیں جو اس کے لیے محفوظ ہے۔ اسے صرف تب قبول کریں جب کیمرہ بدلا گیا ہو یا نئے سرے سے سیٹ اپ ہوا ہو۔</translation>
    </message>
    <message>
        <source>Another certificate</source>
        <translation>دوسرا سرٹیفکیٹ</translation>
    </message>
    <message>
        <source>Accept the new certificate</source>
        <translation>نیا سرٹیفکیٹ قبول کریں</translation>
    </message>
</context>
<context>
    <name>OpenIncidents</name>
    <message>
        <source>Show all incidents</source>
        <translation>تمام واقعات دکھائیں</translation>
    </message>
    <message>
        <source>Open incidents</source>
        <translation>کھلے واقعات</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} مزید</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>وصول کریں</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>کھولیں</translation>
    </message>
</context>
<context>
    <name>OrderDialog</name>
    <message>
        <source>The duty of {officer} ends at once, without a handover. Then nobody is on duty until another officer takes it.</source>
        <translation>{officer} کی ڈیوٹی حوالگی کے بغیر فوراً ختم ہو جائے گی۔ پھر جب تک دوسرا افسر ڈیوٹی نہ لے، کوئی ڈیوٹی پر نہیں ہو گا۔</translation>
    </message>
    <message>
        <source>End this duty by order</source>
        <translation>یہ ڈیوٹی حکم سے ختم کریں</translation>
    </message>
    <message>
        <source>End this duty</source>
        <translation>یہ ڈیوٹی ختم کریں</translation>
    </message>
    <message>
        <source>Badge of the supervisor</source>
        <translation>سپروائزر کا بیج نمبر</translation>
    </message>
    <message>
        <source>His password</source>
        <translation>اس کا پاس ورڈ</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>وجہ</translation>
    </message>
</context>
<context>
    <name>OrderedList</name>
    <message>
        <source>Up</source>
        <translation>اوپر</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>نیچے</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>نام بدلیں…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>مٹائیں…</translation>
    </message>
    <message>
        <source>Key: {key}</source>
        <translation>کنجی: {key}</translation>
    </message>
</context>
<context>
    <name>OwnCredentials</name>
    <message>
        <source>Password and PIN</source>
        <translation>پاس ورڈ اور PIN</translation>
    </message>
    <message>
        <source>The current password is wrong.</source>
        <translation>موجودہ پاس ورڈ غلط ہے۔</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>موجودہ پاس ورڈ</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>پاس ورڈ تبدیل کریں</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>اپنا PIN بدلیں</translation>
    </message>
    <message>
        <source>Set a PIN</source>
        <translation>نیا PIN مقرر کریں</translation>
    </message>
    <message>
        <source>Take the PIN away</source>
        <translation>اپنا PIN ہٹائیں</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
    <message>
        <source>The console asks for it at every sign-in. Nobody else needs to know it.</source>
        <translation>کنسول ہر سائن اِن پر یہ پوچھتا ہے۔ کسی اور کو اس کے جاننے کی ضرورت نہیں۔</translation>
    </message>
    <message>
        <source>A PIN only unlocks the desk that you locked yourself; after three wrong tries the password is needed.</source>
        <translation>صرف وہی ڈیسک PIN سے کھلتا ہے جو آپ نے خود مقفل کیا ہو؛ تین غلط کوششوں کے بعد پاس ورڈ چاہیے۔</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>پاس ورڈ</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Your password is changed.</source>
        <translation>آپ کا پاس ورڈ بدل گیا۔</translation>
    </message>
    <message>
        <source>Your PIN is set.</source>
        <translation>آپ کا PIN مقرر ہو گیا۔</translation>
    </message>
    <message>
        <source>Your PIN is taken away.</source>
        <translation>آپ کا PIN ہٹا دیا گیا۔</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find anything</source>
        <translation>کچھ بھی تلاش کریں</translation>
    </message>
    <message>
        <source>Number, name, place, wall or command</source>
        <translation>نمبر، نام، جگہ، دیوار یا کام</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>جو ملا</translation>
    </message>
    <message>
        <source>Nothing matches “{text}”.</source>
        <translation>”{text}“ سے کچھ نہیں ملتا۔</translation>
    </message>
    <message>
        <source>Enter: into the selected tile · Ctrl+Enter: large · Esc: close</source>
        <translation>‏Enter: منتخب خانے میں · Ctrl+Enter: بڑا · Esc: بند</translation>
    </message>
    <message>
        <source>Enter: the cameras of this place · Esc: close</source>
        <translation>‏Enter: اس جگہ کے کیمرے · Esc: بند</translation>
    </message>
    <message>
        <source>Enter: do it · Esc: close</source>
        <translation>‏Enter: یہ کریں · Esc: بند</translation>
    </message>
    <message>
        <source>Enter: start · Esc: close</source>
        <translation>‏Enter: شروع کریں · Esc: بند</translation>
    </message>
    <message>
        <source>Enter: open it · Esc: close</source>
        <translation>کھولنے کے لیے Enter · بند کرنے کے لیے Esc</translation>
    </message>
    <message>
        <source>Enter: show · Esc: close</source>
        <translation>‏Enter: دکھائیں · Esc: بند</translation>
    </message>
</context>
<context>
    <name>PartHands</name>
    <message>
        <source>Note on {number}</source>
        <translation>نوٹ برائے {number}</translation>
    </message>
    <message>
        <source>What happened, in English or Urdu</source>
        <translation>کیا ہوا، انگریزی یا اردو میں</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>کب ہوا</translation>
    </message>
    <message>
        <source>now; or 14:35, or -10 for ten minutes ago</source>
        <translation>ابھی؛ یا 14:35، یا دس منٹ پہلے کے لیے -10</translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>نوٹ محفوظ کریں</translation>
    </message>
    <message>
        <source>Caller called back</source>
        <translation>کالر کو جوابی کال ہو گئی</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>کیا بات ہوئی</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>نوٹ کریں</translation>
    </message>
    <message>
        <source>Person or vehicle</source>
        <translation>شخص یا گاڑی</translation>
    </message>
    <message>
        <source>What</source>
        <translation>کیا</translation>
    </message>
    <message>
        <source>Part in it</source>
        <translation>واقعے میں حیثیت</translation>
    </message>
    <message>
        <source>Name, or number plate</source>
        <translation>نام یا نمبر پلیٹ</translation>
    </message>
    <message>
        <source>More: age, clothes, colour, where to</source>
        <translation>مزید: عمر، لباس، رنگ، کس طرف گیا</translation>
    </message>
    <message>
        <source>Seal this: only the women&apos;s desk opens it</source>
        <translation>سربمہر کریں: صرف خواتین ڈیسک کھول سکے گا</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>شامل کریں</translation>
    </message>
    <message>
        <source>Link another incident</source>
        <translation>دوسرا واقعہ جوڑیں</translation>
    </message>
    <message>
        <source>Its number</source>
        <translation>اس کا نمبر</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>جوڑیں</translation>
    </message>
    <message>
        <source>Link a watch notice</source>
        <translation>تلاش نوٹس جوڑیں</translation>
    </message>
    <message>
        <source>No camera is linked to this incident; link one first.</source>
        <translation>اس واقعے سے کوئی کیمرہ نہیں جڑا؛ پہلے ایک جوڑیں۔</translation>
    </message>
    <message>
        <source>Lock a clip</source>
        <translation>کلپ مقفل کریں</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>کیمرہ</translation>
    </message>
    <message>
        <source>Minutes before</source>
        <translation>پہلے کے منٹ</translation>
    </message>
    <message>
        <source>Minutes after</source>
        <translation>بعد کے منٹ</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>وجہ</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>مقفل کریں</translation>
    </message>
    <message>
        <source>The recording of that time is not deleted while the lock stands. Unlocking needs a second officer.</source>
        <translation>جب تک قفل ہے اس وقت کی ریکارڈنگ نہیں مٹائی جاتی۔ قفل کھولنے کے لیے دوسرا افسر ضروری ہے۔</translation>
    </message>
</context>
<context>
    <name>Parties</name>
    <message>
        <source>Remove</source>
        <translation>نکال دیں</translation>
    </message>
    <message>
        <source>{role} ({kind}): sealed</source>
        <translation>{role} ({kind}): سربمہر</translation>
    </message>
    <message>
        <source>{role} ({kind}): {name}</source>
        <translation>{role} ({kind}): {name}</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>New password</source>
        <translation>نیا پاس ورڈ</translation>
    </message>
    <message>
        <source>Give the password</source>
        <translation>پاس ورڈ دیں</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>منسوخ</translation>
    </message>
    <message>
        <source>{officer} must change it at the next sign-in. Hand it over in person.</source>
        <translation>{officer} کو اگلے سائن اِن پر اسے بدلنا ہو گا۔ پاس ورڈ خود ہاتھ میں دیں۔</translation>
    </message>
    <message>
        <source>{officer} gets a new password, and may agree to what needs two officers.</source>
        <translation>{officer} کو نیا پاس ورڈ ملتا ہے، اور وہ اُن کاموں پر رضامندی دے سکتا ہے جن کے لیے دو افسر چاہییں۔</translation>
    </message>
    <message>
        <source>{officer} has a new password.</source>
        <translation>{officer} کو نیا پاس ورڈ مل گیا۔</translation>
    </message>
</context>
<context>
    <name>PastView</name>
    <message>
        <source>Signed handovers</source>
        <translation>دستخط شدہ حوالگیاں</translation>
    </message>
    <message>
        <source>Print to PDF…</source>
        <translation>پرنٹ کریں (PDF)…</translation>
    </message>
    <message>
        <source>{at}
{shift}
{outgoing} → {incoming}</source>
        <translation>{at}
{shift}
{outgoing} سے {incoming} کو</translation>
    </message>
    <message>
        <source>No handover was signed yet.</source>
        <translation>ابھی کسی حوالگی پر دستخط نہیں ہوئے۔</translation>
    </message>
    <message>
        <source>Print the handover</source>
        <translation>حوالگی پرنٹ کریں</translation>
    </message>
    <message>
        <source>Papers (*.pdf)</source>
        <translation>دستاویزات (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>{file} کے نام سے محفوظ ہو گیا۔</translation>
    </message>
    <message>
        <source>{shift}, handed over by {officer}</source>
        <translation>{shift}، حوالہ کرنے والا {officer}</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Waiting for a picture</source>
        <translation>تصویر کا انتظار</translation>
    </message>
    <message>
        <source>Camera {number} gives no picture now.</source>
        <translation>کیمرہ {number} اس وقت تصویر نہیں دے رہا۔</translation>
    </message>
    <message>
        <source>{number} live</source>
        <translation>{number} براہِ راست</translation>
    </message>
    <message>
        <source>Reading the kept picture</source>
        <translation>محفوظ تصویر پڑھی جا رہی ہے</translation>
    </message>
    <message>
        <source>The kept picture cannot be read.</source>
        <translation>محفوظ تصویر پڑھی نہیں جا سکتی۔</translation>
    </message>
    <message>
        <source>{number} at {time}</source>
        <translation>{number} بوقت {time}</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>بوقت {time}</translation>
    </message>
</context>
<context>
    <name>PlacesTab</name>
    <message>
        <source>Sites</source>
        <translation>مقامات</translation>
    </message>
    <message>
        <source>New site</source>
        <translation>نیا مقام</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>ہٹائیں…</translation>
    </message>
    <message>
        <source>{site} · {count} cameras</source>
        <translation>{site} · {count} کیمرے</translation>
    </message>
    <message>
        <source>{site} · 1 camera</source>
        <translation>{site} · 1 کیمرہ</translation>
    </message>
    <message>
        <source>Remove this site</source>
        <translation>یہ مقام ہٹائیں</translation>
    </message>
    <message>
        <source>“{site}” is taken out of the registry.</source>
        <translation>”{site}“ رجسٹر سے نکال دیا جائے گا۔</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>ہٹائیں</translation>
    </message>
    <message>
        <source>{site} is saved.</source>
        <translation>{site} محفوظ ہو گیا۔</translation>
    </message>
    <message>
        <source>{site} is removed.</source>
        <translation>{site} ہٹا دیا گیا۔</translation>
    </message>
    <message>
        <source>No camera stands here; a camera&apos;s own form names its site.</source>
        <translation>یہاں کوئی کیمرہ نہیں؛ کیمرے کا مقام اس کے اپنے فارم میں لکھا جاتا ہے۔</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Name in Urdu</source>
        <translation>اردو نام</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>عرض بلد</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>طول بلد</translation>
    </message>
    <message>
        <source>Cameras here</source>
        <translation>یہاں کے کیمرے</translation>
    </message>
    <message>
        <source>Places with cameras; incidents, contacts and the search know them by these names.</source>
        <translation>کیمروں والی جگہیں؛ واقعات، رابطے اور تلاش انہیں انہی ناموں سے جانتے ہیں۔</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Hours and checks</source>
        <translation>اوقات اور جانچ</translation>
    </message>
    <message>
        <source>They count from the next duty on; the one that runs keeps what it began with.</source>
        <translation>یہ اگلی ڈیوٹی سے لاگو ہوں گے؛ جاری ڈیوٹی انہی پر رہے گی جن سے شروع ہوئی۔</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>Another shift</source>
        <translation>ایک اور شفٹ</translation>
    </message>
    <message>
        <source>Another check</source>
        <translation>ایک اور جانچ</translation>
    </message>
    <message>
        <source>Shifts of the day</source>
        <translation>دن کی شفٹیں</translation>
    </message>
    <message>
        <source>Checks at the start of a shift</source>
        <translation>شفٹ کے آغاز کی جانچ</translation>
    </message>
    <message>
        <source>Letter of the shift</source>
        <translation>شفٹ کا حرف</translation>
    </message>
    <message>
        <source>Name, where it has one</source>
        <translation>نام، اگر ہو</translation>
    </message>
    <message>
        <source>Name of the shift</source>
        <translation>شفٹ کا نام</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>آغاز</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>اختتام</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>جانچ</translation>
    </message>
    <message>
        <source>Check in Urdu</source>
        <translation>جانچ اردو میں</translation>
    </message>
    <message>
        <source>the officer looks</source>
        <translation>افسر خود دیکھے</translation>
    </message>
    <message>
        <source>the clock</source>
        <translation>گھڑی</translation>
    </message>
    <message>
        <source>the disk</source>
        <translation>ڈسک</translation>
    </message>
    <message>
        <source>the cameras</source>
        <translation>کیمرے</translation>
    </message>
    <message>
        <source>the audit</source>
        <translation>آڈٹ</translation>
    </message>
    <message>
        <source>headquarters</source>
        <translation>ہیڈکوارٹر</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>جواب کون دے</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>نکال دیں</translation>
    </message>
</context>
<context>
    <name>PresetGrid</name>
    <message>
        <source>Preset</source>
        <translation>پری سیٹ</translation>
    </message>
    <message>
        <source>More presets</source>
        <translation>مزید پری سیٹ</translation>
    </message>
    <message>
        <source>Store this view as a preset</source>
        <translation>یہ منظر پری سیٹ میں محفوظ کریں</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>وہاں جائیں</translation>
    </message>
    <message>
        <source>Store this view here…</source>
        <translation>یہ منظر یہاں محفوظ کریں…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>نام بدلیں…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>مٹائیں…</translation>
    </message>
    <message>
        <source>Preset {number}</source>
        <translation>پری سیٹ {number}</translation>
    </message>
    <message>
        <source>Preset {number}, {name}</source>
        <translation>پری سیٹ {number}، {name}</translation>
    </message>
    <message>
        <source>Preset {number}, {name}, lost by the camera</source>
        <translation>پری سیٹ {number}، {name}، کیمرے سے مٹ چکا</translation>
    </message>
    <message>
        <source>The camera has lost this preset; store it again.</source>
        <translation>یہ پری سیٹ کیمرے سے مٹ چکا ہے؛ اسے دوبارہ محفوظ کریں۔</translation>
    </message>
    <message>
        <source>{number} {name}</source>
        <translation>{number} {name}</translation>
    </message>
    <message>
        <source>Store this view as a preset…</source>
        <translation>یہ منظر پری سیٹ میں محفوظ کریں…</translation>
    </message>
</context>
<context>
    <name>ProceduresTab</name>
    <message>
        <source>Kinds of incidents</source>
        <translation>واقعات کی اقسام</translation>
    </message>
    <message>
        <source>Response targets</source>
        <translation>جوابی وقت کے اہداف</translation>
    </message>
    <message>
        <source>Offered when an incident is entered</source>
        <translation>واقعہ درج کرتے وقت فہرست میں ہو</translation>
    </message>
    <message>
        <source>not called back</source>
        <translation>جوابی کال نہیں</translation>
    </message>
    <message>
        <source> min</source>
        <translation> منٹ</translation>
    </message>
    <message>
        <source>Caller called back within</source>
        <translation>کالر کو جوابی کال، زیادہ سے زیادہ</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>Standard steps</source>
        <translation>معیاری اقدامات</translation>
    </message>
    <message>
        <source>Puts the steps a fresh console has into the table; saved only by Save.</source>
        <translation>نئے کنسول والے اقدامات جدول میں لاتا ہے؛ محفوظ صرف ”محفوظ کریں“ سے ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>Saved; it counts for incidents entered from now on.</source>
        <translation>محفوظ ہو گیا؛ اب سے درج ہونے والے واقعات پر لاگو ہے۔</translation>
    </message>
    <message>
        <source>An incident keeps the checklist it began with; a change counts for incidents to come.</source>
        <translation>واقعہ اسی چیک لسٹ پر رہتا ہے جس سے شروع ہوا؛ تبدیلی آئندہ واقعات پر لاگو ہوتی ہے۔</translation>
    </message>
    <message>
        <source>Acknowledged within</source>
        <translation>وصولی، زیادہ سے زیادہ</translation>
    </message>
    <message>
        <source>Unit sent within</source>
        <translation>یونٹ روانہ، زیادہ سے زیادہ</translation>
    </message>
    <message>
        <source>On scene, from sending, within</source>
        <translation>روانگی سے موقع تک، زیادہ سے زیادہ</translation>
    </message>
</context>
<context>
    <name>PtzSection</name>
    <message>
        <source>PTZ mode: steer on the picture itself</source>
        <translation>پی ٹی زیڈ موڈ: تصویر ہی پر کنٹرول کریں</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>دوبارہ کوشش کریں</translation>
    </message>
    <message>
        <source>How fast stick and keys steer; press for the next speed.</source>
        <translation>اسٹک اور کنجیوں سے گھمانے کی رفتار؛ اگلی رفتار کے لیے دبائیں۔</translation>
    </message>
    <message>
        <source>PTZ · {number} {name}</source>
        <translation>پی ٹی زیڈ · {number} {name}</translation>
    </message>
    <message>
        <source>Camera {number} cannot be turned.</source>
        <translation>کیمرہ {number} گھمایا نہیں جا سکتا۔</translation>
    </message>
    <message>
        <source>Asking camera {number} whether it can be turned…</source>
        <translation>کیمرہ {number} سے پوچھا جا رہا ہے کہ کیا وہ گھوم سکتا ہے…</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>پین</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>ٹلٹ</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>زوم</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>فوکس</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>رفتار</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>کس کے پاس</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>خودکار</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>دستی</translation>
    </message>
    <message>
        <source>Shares of the way to either end: this camera does not count in degrees.</source>
        <translation>ہر سرے تک راستے کا حصہ: یہ کیمرہ ڈگریوں میں نہیں گنتا۔</translation>
    </message>
    <message>
        <source>Speed {speed}</source>
        <translation>رفتار {speed}</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;کھولیں</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;محفوظ کریں</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>فائل کا &amp;نام:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>فائل کی قسم:</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>یہاں دیکھیں:</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>حجم</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>تبدیلی کی تاریخ</translation>
    </message>
</context>
<context>
    <name>QGuiApplication</name>
    <message>
        <source>QT_LAYOUT_DIRECTION</source>
        <translation>RTL</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;نقل کریں</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;چسپاں کریں</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;کاٹیں</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>مٹائیں</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>سب منتخب کریں</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;واپس</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;دوبارہ</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>ٹھیک ہے</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>منسوخ</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;ہاں</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;نہیں</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>کھولیں</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;نقل کریں</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>سب منتخب کریں</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>منسوخ</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>{count} incidents are open: {new} new, {late} late</source>
        <translation>{count} واقعات کھلے ہیں: {new} نئے، {late} تاخیر میں</translation>
    </message>
    <message>
        <source>{count} cameras are offline</source>
        <translation>{count} کیمرے بند ہیں</translation>
    </message>
</context>
<context>
    <name>RequestDialog</name>
    <message>
        <source>Who is asked</source>
        <translation>کس سے مانگی گئی</translation>
    </message>
    <message>
        <source>Incident, where it is for one</source>
        <translation>واقعہ، اگر کسی کے لیے ہو</translation>
    </message>
    <message>
        <source>Which camera, what it should show</source>
        <translation>کون سا کیمرہ، کیا نظر آنا چاہیے</translation>
    </message>
    <message>
        <source>From</source>
        <translation>کب سے</translation>
    </message>
    <message>
        <source>To</source>
        <translation>کب تک</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>وجہ</translation>
    </message>
</context>
<context>
    <name>RolesTab</name>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>Undo all changes</source>
        <translation>تمام تبدیلیاں واپس لیں</translation>
    </message>
    <message>
        <source>Which cameras…</source>
        <translation>کون سے کیمرے…</translation>
    </message>
    <message>
        <source>For seeing cameras and snapshots: all cameras, or some groups only.</source>
        <translation>کیمرے دیکھنے اور تصویر محفوظ کرنے کے لیے: تمام کیمرے، یا صرف کچھ گروپ۔</translation>
    </message>
    <message>
        <source>Permissions by role</source>
        <translation>کردار کے لحاظ سے اجازتیں</translation>
    </message>
    <message>
        <source>Every officer of the role “{role}” may then make officers and give every right.</source>
        <translation>کردار ”{role}“ کا ہر افسر پھر افسر بنا سکے گا اور ہر اجازت دے سکے گا۔</translation>
    </message>
    <message>
        <source>The role “{role}” is saved.</source>
        <translation>کردار ”{role}“ محفوظ ہو گیا۔</translation>
    </message>
    <message>
        <source>1 role * is not saved</source>
        <translation>ایک کردار * محفوظ نہیں</translation>
    </message>
    <message>
        <source>{count} roles * are not saved</source>
        <translation>{count} کردار * محفوظ نہیں</translation>
    </message>
</context>
<context>
    <name>RosterChart</name>
    <message>
        <source>Spans of duty of the last three weeks</source>
        <translation>پچھلے تین ہفتوں کی ڈیوٹیاں</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>کوئی نہیں</translation>
    </message>
</context>
<context>
    <name>RosterView</name>
    <message>
        <source>What was irregular</source>
        <translation>بے قاعدگیاں</translation>
    </message>
    <message>
        <source>Nothing: each duty began where the last one ended.</source>
        <translation>کچھ نہیں: ہر ڈیوٹی وہیں سے شروع ہوئی جہاں پچھلی ختم ہوئی۔</translation>
    </message>
    <message>
        <source>{shift}, {officer}</source>
        <translation>{shift}، {officer}</translation>
    </message>
    <message>
        <source>{what} Reason: {reason}</source>
        <translation>{what} وجہ: {reason}</translation>
    </message>
    <message>
        <source>{who}: over its hours by {span}.</source>
        <translation>{who}: مقررہ وقت سے {span} زیادہ۔</translation>
    </message>
    <message>
        <source>{who}: ended by order of {badge}: {reason}</source>
        <translation>{who}: {badge} کے حکم سے ختم ہوئی: {reason}</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>holds</source>
        <translation>شرط پوری ہے</translation>
    </message>
    <message>
        <source>does not hold yet</source>
        <translation>ابھی شرط پوری نہیں</translation>
    </message>
</context>
<context>
    <name>ScopeDialog</name>
    <message>
        <source>All cameras</source>
        <translation>تمام کیمرے</translation>
    </message>
    <message>
        <source>Only these groups</source>
        <translation>صرف یہ گروپ</translation>
    </message>
    <message>
        <source>Camera groups</source>
        <translation>کیمرہ گروپ</translation>
    </message>
    <message>
        <source>There is no camera group yet; make one in the tab “Camera groups”.</source>
        <translation>ابھی کوئی کیمرہ گروپ نہیں؛ ”کیمرہ گروپ“ کے ٹیب میں ایک بنائیں۔</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>لاگو کریں</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>منسوخ</translation>
    </message>
</context>
<context>
    <name>ScreenBar</name>
    <message>
        <source>{count} waiting for a screen</source>
        <translation>{count} سکرین کے منتظر</translation>
    </message>
    <message>
        <source>Send to screen {number}</source>
        <translation>سکرین {number} پر بھیجیں</translation>
    </message>
    <message>
        <source>Send to a screen</source>
        <translation>سکرین پر بھیجیں</translation>
    </message>
    <message>
        <source>Send to a window</source>
        <translation>ونڈو میں بھیجیں</translation>
    </message>
    <message>
        <source>Sends the wall or the selected camera to another screen; shows what stands there</source>
        <translation>دیوار یا منتخب کیمرہ دوسری سکرین پر بھیجتا ہے؛ بتاتا ہے کہ وہاں کیا ہے</translation>
    </message>
</context>
<context>
    <name>ScreenDesk</name>
    <message>
        <source>Select a camera first.</source>
        <translation>پہلے کیمرہ منتخب کریں۔</translation>
    </message>
    <message>
        <source>No screen beside the main window&apos;s is free; it stays in a window.</source>
        <translation>مرکزی ونڈو کی سکرین کے سوا کوئی سکرین خالی نہیں؛ یہ ونڈو ہی میں رہے گا۔</translation>
    </message>
    <message>
        <source>Nothing stands on another screen.</source>
        <translation>دوسری سکرین پر کچھ نہیں۔</translation>
    </message>
    <message>
        <source>“{what}” stands on screen {number} now, also after a restart.</source>
        <translation>”{what}“ اب سکرین {number} پر ہے، دوبارہ چلانے کے بعد بھی وہیں رہے گا۔</translation>
    </message>
    <message>
        <source>“{what}” stands in a window of its own now.</source>
        <translation>”{what}“ اب اپنی الگ ونڈو میں ہے۔</translation>
    </message>
</context>
<context>
    <name>ScreenWindow</name>
    <message>
        <source>waits for screen {screen}</source>
        <translation>سکرین {screen} کا منتظر</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>اپنی الگ ونڈو میں</translation>
    </message>
    <message>
        <source>{what} – SafeCity Console</source>
        <translation>{what} – سیف سٹی کنسول</translation>
    </message>
    <message>
        <source>This can be done on the main window&apos;s wall only.</source>
        <translation>یہ صرف مرکزی ونڈو کی دیوار پر ہو سکتا ہے۔</translation>
    </message>
    <message>
        <source>Type the camera&apos;s number, then Enter.</source>
        <translation>کیمرے کا نمبر لکھیں، پھر Enter دبائیں۔</translation>
    </message>
</context>
<context>
    <name>SecondOfficer</name>
    <message>
        <source>Password of the second officer</source>
        <translation>دوسرے افسر کا پاس ورڈ</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>منظور کریں</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>منسوخ</translation>
    </message>
    <message>
        <source>Another officer must agree with a password of his own. Roles that can: {roles}.</source>
        <translation>دوسرے افسر کو اپنے پاس ورڈ سے منظوری دینی ہو گی۔ مجاز کردار: {roles}۔</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>وجہ</translation>
    </message>
    <message>
        <source>Badge of the second officer</source>
        <translation>دوسرے افسر کا بیج نمبر</translation>
    </message>
</context>
<context>
    <name>SecretLine</name>
    <message>
        <source>Show what is typed</source>
        <translation>لکھا ہوا دکھائیں</translation>
    </message>
</context>
<context>
    <name>SeenDialog</name>
    <message>
        <source>Seen</source>
        <translation>نظر آیا</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>کوئی کیمرہ نہیں</translation>
    </message>
    <message>
        <source>Keep a picture of the camera</source>
        <translation>کیمرے کی تصویر محفوظ کریں</translation>
    </message>
    <message>
        <source>Enter an incident of it</source>
        <translation>اس کا واقعہ درج کریں</translation>
    </message>
    <message>
        <source>Note the sighting</source>
        <translation>نظر آنا نوٹ کریں</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>منسوخ</translation>
    </message>
    <message>
        <source>{kind} seen: {title}</source>
        <translation>{kind} نظر آیا: {title}</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>کیمرہ</translation>
    </message>
    <message>
        <source>How many minutes ago</source>
        <translation>کتنے منٹ پہلے</translation>
    </message>
    <message>
        <source>What you saw (direction, clothes, with whom)</source>
        <translation>آپ نے کیا دیکھا (کس طرف، لباس، کس کے ساتھ)</translation>
    </message>
    <message>
        <source>The sighting of {label} is noted; incident {incident} was entered.</source>
        <translation>{label} کا نظر آنا نوٹ ہو گیا؛ واقعہ {incident} درج ہو گیا۔</translation>
    </message>
    <message>
        <source>The sighting of {label} is noted, but no incident was entered: {why}</source>
        <translation>{label} کا نظر آنا نوٹ ہو گیا، مگر واقعہ درج نہیں ہوا: {why}</translation>
    </message>
    <message>
        <source>The sighting of {label} is noted.</source>
        <translation>{label} کا نظر آنا نوٹ ہو گیا۔</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>ترتیبات</translation>
    </message>
    <message>
        <source>Every change counts at once and is kept on this computer.</source>
        <translation>ہر تبدیلی فوراً لاگو ہوتی ہے اور اسی کمپیوٹر پر محفوظ رہتی ہے۔</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>کوئی ترتیب تلاش کریں</translation>
    </message>
    <message>
        <source>Arranged elsewhere</source>
        <translation>کہیں اور طے ہوتا ہے</translation>
    </message>
    <message>
        <source>On</source>
        <translation>آن</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>بند</translation>
    </message>
    <message>
        <source>Held by {variable} in the environment of this console.</source>
        <translation>اس کنسول کے ماحول میں {variable} نے اسے طے کر رکھا ہے۔</translation>
    </message>
</context>
<context>
    <name>SettingsTabs</name>
    <message>
        <source>Officers</source>
        <translation>افسر</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>کردار</translation>
    </message>
    <message>
        <source>Camera groups</source>
        <translation>کیمرہ گروپ</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>طریقہ کار</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>مقامات</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>یونٹ</translation>
    </message>
    <message>
        <source>Joystick</source>
        <translation>جوائے اسٹک</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>ترتیبات</translation>
    </message>
    <message>
        <source>Parts of the settings</source>
        <translation>ترتیبات کے حصے</translation>
    </message>
    <message>
        <source>This console</source>
        <translation>یہ کنسول</translation>
    </message>
    <message>
        <source>No officer was made yet. The console asks for the administrator when it is opened for work.</source>
        <translation>ابھی کوئی افسر نہیں بنا۔ کنسول کام کے لیے کھلنے پر منتظم کا پوچھتا ہے۔</translation>
    </message>
    <message>
        <source>Your role does not allow this. It takes the permission “{permission}”.</source>
        <translation>آپ کا کردار اس کی اجازت نہیں دیتا۔ اس کے لیے اجازت ”{permission}“ چاہیے۔</translation>
    </message>
</context>
<context>
    <name>SideColumn</name>
    <message>
        <source>Needs attention</source>
        <translation>توجہ درکار</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>کیمرے</translation>
    </message>
    <message>
        <source>Nothing needs you now.</source>
        <translation>اس وقت آپ کی ضرورت نہیں۔</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>انہیں دکھائیں</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>ابھی دوبارہ کوشش کریں</translation>
    </message>
    <message>
        <source>Change the login</source>
        <translation>لاگ اِن تبدیل کریں</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>وصول کریں</translation>
    </message>
    <message>
        <source>Open the audit</source>
        <translation>آڈٹ کھولیں</translation>
    </message>
    <message>
        <source>Not a concern</source>
        <translation>غیر اہم</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>نیا واقعہ</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Both sign what stands on this form. At that moment duty passes to {incoming}, and {outgoing} is signed out.</source>
        <translation>اس فارم پر جو درج ہے اس پر دونوں دستخط کرتے ہیں۔ اسی وقت ڈیوٹی {incoming} کو منتقل ہو جائے گی اور {outgoing} سائن آؤٹ ہو جائے گا۔</translation>
    </message>
    <message>
        <source>Sign the handover</source>
        <translation>حوالگی پر دستخط کریں</translation>
    </message>
    <message>
        <source>Sign and hand over</source>
        <translation>دستخط اور حوالگی</translation>
    </message>
    <message>
        <source>Outgoing: password of {name}</source>
        <translation>جانے والا: {name} کا پاس ورڈ</translation>
    </message>
    <message>
        <source>Incoming: password of {name}</source>
        <translation>آنے والا: {name} کا پاس ورڈ</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Screen {screen} is gone. What stood there is in a window here and goes back by itself.</source>
        <translation>سکرین {screen} نہیں رہی۔ جو وہاں تھا وہ یہاں ونڈو میں ہے اور خود واپس چلا جائے گا۔</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>{step}: done</source>
        <translation>{step}: ہو گیا</translation>
    </message>
    <message>
        <source>{number}  {step}</source>
        <translation>{number}  {step}</translation>
    </message>
</context>
<context>
    <name>StepTable</name>
    <message>
        <source>Step</source>
        <translation>اقدام</translation>
    </message>
    <message>
        <source>In Urdu</source>
        <translation>اردو میں</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>لازمی</translation>
    </message>
    <message>
        <source>Call-back</source>
        <translation>جوابی کال</translation>
    </message>
    <message>
        <source>Steps of the checklist</source>
        <translation>چیک لسٹ کے اقدامات</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>اقدام شامل کریں</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>نکال دیں</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>اوپر</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>نیچے</translation>
    </message>
</context>
<context>
    <name>Stick</name>
    <message>
        <source>Stick</source>
        <translation>اسٹک</translation>
    </message>
    <message>
        <source>Pull it to turn the camera, the farther the faster; let go to stop.</source>
        <translation>کیمرہ گھمانے کے لیے کھینچیں، جتنا دور اتنا تیز؛ روکنے کے لیے چھوڑ دیں۔</translation>
    </message>
</context>
<context>
    <name>StickDesk</name>
    <message>
        <source>Joystick {name} is plugged in.</source>
        <translation>جوائے اسٹک {name} لگ گئی۔</translation>
    </message>
    <message>
        <source>Joystick {name} is gone; nothing is steered by it.</source>
        <translation>جوائے اسٹک {name} ہٹ گئی؛ اب اس سے کچھ نہیں ہلتا۔</translation>
    </message>
    <message>
        <source>Let joystick {name} go once; until then it moves nothing. These axes are away from their centre: {axes}.</source>
        <translation>جوائے اسٹک {name} ایک بار چھوڑ دیں؛ تب تک اس سے کچھ نہیں ہلے گا۔ یہ محور اپنے مرکز سے ہٹے ہوئے ہیں: {axes}۔</translation>
    </message>
    <message>
        <source>Let joystick {name} go once; until then it moves nothing.</source>
        <translation>جوائے اسٹک {name} ایک بار چھوڑ دیں؛ تب تک اس سے کچھ نہیں ہلے گا۔</translation>
    </message>
</context>
<context>
    <name>StickForm</name>
    <message>
        <source>The small cross on top steers too, at half speed</source>
        <translation>اوپر والا چھوٹا کراس بھی کنٹرول کرے، آدھی رفتار سے</translation>
    </message>
    <message>
        <source>Axes</source>
        <translation>محور</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>بٹن</translation>
    </message>
</context>
<context>
    <name>StickList</name>
    <message>
        <source>Joysticks plugged in</source>
        <translation>لگی ہوئی جوائے اسٹک</translation>
    </message>
    <message>
        <source>Joystick without a name</source>
        <translation>بے نام جوائے اسٹک</translation>
    </message>
    <message>
        <source>{name}, number {number}</source>
        <translation>{name}، نمبر {number}</translation>
    </message>
    <message>
        <source>{name} · steers</source>
        <translation>{name} · زیر استعمال</translation>
    </message>
</context>
<context>
    <name>StreamTable</name>
    <message>
        <source>No.</source>
        <translation>نمبر</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>کیمرہ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>حالت</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>سٹریم</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>کوڈیک</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>سائز</translation>
    </message>
    <message>
        <source>Received/s</source>
        <translation>موصول fps</translation>
    </message>
    <message>
        <source>Shown/s</source>
        <translation>دکھائی fps</translation>
    </message>
    <message>
        <source>Two minutes</source>
        <translation>دو منٹ</translation>
    </message>
    <message>
        <source>Bit rate</source>
        <translation>بٹ ریٹ</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>پیچھے</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>نہیں دکھائی</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>خراب</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>ذریعہ</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>دوبارہ رابطے</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>آخری خرابی</translation>
    </message>
</context>
<context>
    <name>StreamsPage</name>
    <message>
        <source>Number, name, place, state or error</source>
        <translation>نمبر، نام، جگہ، حالت یا خرابی</translation>
    </message>
    <message>
        <source>Find a stream</source>
        <translation>سٹریم تلاش کریں</translation>
    </message>
    <message>
        <source>{shown} of {count} streams</source>
        <translation>{count} میں سے {shown} سٹریم</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>{file} کے نام سے محفوظ ہو گیا۔</translation>
    </message>
    <message>
        <source>Export the table of streams</source>
        <translation>سٹریم کا جدول محفوظ کریں</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>جدول (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>تمام فائلیں (*)</translation>
    </message>
    <message>
        <source>Writes every figure of every stream as a table (CSV).</source>
        <translation>ہر سٹریم کے تمام اعداد جدول (CSV) میں لکھتا ہے۔</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>جدول نکالیں…</translation>
    </message>
    <message>
        <source>All streams</source>
        <translation>تمام سٹریم</translation>
    </message>
</context>
<context>
    <name>TabBar</name>
    <message>
        <source>Open {count}</source>
        <translation>کھلے {count}</translation>
    </message>
    <message>
        <source>My shift {count}</source>
        <translation>میری شفٹ {count}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>سب</translation>
    </message>
</context>
<context>
    <name>TakeDialog</name>
    <message>
        <source>Take duty</source>
        <translation>ڈیوٹی لیں</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>شفٹ</translation>
    </message>
    <message>
        <source>Why nobody was on duty</source>
        <translation>کوئی ڈیوٹی پر کیوں نہیں تھا</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Show what was earlier</source>
        <translation>پہلے کا حال دکھائیں</translation>
    </message>
    <message>
        <source>Show {count} earlier</source>
        <translation>پہلے کے {count} دکھائیں</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Home</source>
        <translation>ہوم</translation>
    </message>
    <message>
        <source>Stop {key}</source>
        <translation>روکیں {key}</translation>
    </message>
    <message>
        <source>Patrol</source>
        <translation>گشت</translation>
    </message>
    <message>
        <source>Zoom out while pressed</source>
        <translation>دبائے رکھنے تک زوم آؤٹ</translation>
    </message>
    <message>
        <source>Zoom in while pressed</source>
        <translation>دبائے رکھنے تک زوم اِن</translation>
    </message>
    <message>
        <source>Focus nearer while pressed</source>
        <translation>دبائے رکھنے تک فوکس قریب</translation>
    </message>
    <message>
        <source>Focus farther while pressed</source>
        <translation>دبائے رکھنے تک فوکس دور</translation>
    </message>
    <message>
        <source>Lets the camera focus by itself.</source>
        <translation>کیمرے کو خود فوکس کرنے دیتا ہے۔</translation>
    </message>
    <message>
        <source>Wiper, light and the like</source>
        <translation>وائپر، لائٹ وغیرہ</translation>
    </message>
    <message>
        <source>This camera has no home position.</source>
        <translation>اس کیمرے کی کوئی ہوم پوزیشن نہیں۔</translation>
    </message>
    <message>
        <source>End patrol</source>
        <translation>گشت ختم</translation>
    </message>
    <message>
        <source>Ends the patrol that runs.</source>
        <translation>جاری گشت ختم کرتا ہے۔</translation>
    </message>
    <message>
        <source>Goes round presets until it is ended; it rests while an officer steers.</source>
        <translation>ختم کیے جانے تک باری باری پری سیٹوں پر جاتا ہے؛ افسر کیمرہ گھمائے تو رکا رہتا ہے۔</translation>
    </message>
</context>
<context>
    <name>TopStrip</name>
    <message>
        <source>Safe start</source>
        <translation>محفوظ آغاز</translation>
    </message>
    <message>
        <source>Saved walls, other screens, tours and assigned keys are not used in this run.</source>
        <translation>اس بار محفوظ دیواریں، دوسری سکرینیں، ٹور اور مقرر کی ہوئی کنجیاں استعمال نہیں ہو رہیں۔</translation>
    </message>
    <message>
        <source>live</source>
        <translation>چالو</translation>
    </message>
    <message>
        <source>{live} of {total} cameras are live</source>
        <translation>{total} میں سے {live} کیمرے چالو ہیں</translation>
    </message>
    <message>
        <source>Disk cannot be read</source>
        <translation>ڈسک پڑھی نہیں جا سکتی</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} خالی</translation>
    </message>
    <message>
        <source>NTP {error}</source>
        <translation>NTP {error}</translation>
    </message>
    <message>
        <source>clock not synchronised</source>
        <translation>گھڑی ہم آہنگ نہیں</translation>
    </message>
    <message>
        <source>No time server holds this computer&apos;s clock; times may be wrong.</source>
        <translation>کوئی ٹائم سرور اس کمپیوٹر کی گھڑی درست نہیں رکھ رہا؛ اوقات غلط ہو سکتے ہیں۔</translation>
    </message>
    <message>
        <source>{impaired} impaired · {offline} offline · {waiting} connecting</source>
        <translation>{impaired} متاثر · {offline} بند · {waiting} جڑ رہے ہیں</translation>
    </message>
    <message>
        <source>{impaired} impaired · {offline} offline</source>
        <translation>{impaired} متاثر · {offline} بند</translation>
    </message>
</context>
<context>
    <name>TourBar</name>
    <message>
        <source>Tours</source>
        <translation>ٹور</translation>
    </message>
    <message>
        <source>Choose, hold or make a tour</source>
        <translation>ٹور چنیں، ٹھہرائیں یا بنائیں</translation>
    </message>
    <message>
        <source>Tour off</source>
        <translation>ٹور بند</translation>
    </message>
    <message>
        <source>Stops the tour ({key}).</source>
        <translation>ٹور بند کرتا ہے ({key})۔</translation>
    </message>
    <message>
        <source>Starts the last tour ({key}).</source>
        <translation>آخری ٹور شروع کرتا ہے ({key})۔</translation>
    </message>
    <message>
        <source>All cameras, page by page</source>
        <translation>تمام کیمرے، صفحہ بہ صفحہ</translation>
    </message>
    <message>
        <source>All cameras, one tile after another</source>
        <translation>تمام کیمرے، ایک ایک خانہ کر کے</translation>
    </message>
    <message>
        <source>All cameras, in the selected tile</source>
        <translation>تمام کیمرے، منتخب خانے میں</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
</context>
<context>
    <name>TourForm</name>
    <message>
        <source>Cameras</source>
        <translation>کیمرے</translation>
    </message>
    <message>
        <source>Kept walls</source>
        <translation>محفوظ دیواریں</translation>
    </message>
    <message>
        <source>All free tiles, page by page</source>
        <translation>تمام آزاد خانے، صفحہ بہ صفحہ</translation>
    </message>
    <message>
        <source>All free tiles, one after another</source>
        <translation>تمام آزاد خانے، ایک ایک کر کے</translation>
    </message>
    <message>
        <source>The selected tile alone</source>
        <translation>صرف منتخب خانہ</translation>
    </message>
    <message>
        <source>As in the settings ({seconds} s)</source>
        <translation>ترتیبات کے مطابق ({seconds} سیکنڈ)</translation>
    </message>
    <message>
        <source>Pass over cameras without a picture</source>
        <translation>بغیر تصویر والے کیمرے چھوڑ دیں</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>شامل کریں</translation>
    </message>
    <message>
        <source>Adds what is selected, or all that is found.</source>
        <translation>جو منتخب ہے، یا جو کچھ ملا، سب شامل کرتا ہے۔</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Where it is shown</source>
        <translation>کہاں دکھایا جائے</translation>
    </message>
    <message>
        <source>Goes through</source>
        <translation>کیا دکھایا جائے</translation>
    </message>
    <message>
        <source>A step lasts</source>
        <translation>ایک قدم کا وقت</translation>
    </message>
    <message>
        <source>To choose from</source>
        <translation>چننے کے لیے</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>قدم</translation>
    </message>
    <message>
        <source>Pass over walls on which no camera has a picture</source>
        <translation>وہ دیواریں چھوڑ دیں جن پر کسی کیمرے کی تصویر نہیں</translation>
    </message>
</context>
<context>
    <name>TourSource</name>
    <message>
        <source>Number, name or place</source>
        <translation>نمبر، نام یا جگہ</translation>
    </message>
    <message>
        <source>Find what the tour shall show</source>
        <translation>ٹور میں دکھانے کی چیز تلاش کریں</translation>
    </message>
    <message>
        <source>What a tour can show</source>
        <translation>ٹور میں جو دکھایا جا سکتا ہے</translation>
    </message>
    <message>
        <source>Enter or a double-click adds it to the tour.</source>
        <translation>‏Enter یا دو بار کلک سے ٹور میں شامل ہو جاتا ہے۔</translation>
    </message>
    <message>
        <source>Without a place</source>
        <translation>بغیر جگہ کے</translation>
    </message>
</context>
<context>
    <name>TourSteps</name>
    <message>
        <source>Steps of the tour</source>
        <translation>ٹور کے قدم</translation>
    </message>
    <message>
        <source>Drag a step to another place, or move it with Alt and the arrows.</source>
        <translation>قدم کو گھسیٹ کر دوسری جگہ لے جائیں، یا Alt اور تیروں سے ہٹائیں۔</translation>
    </message>
    <message>
        <source>As the tour</source>
        <translation>ٹور کے مطابق</translation>
    </message>
    <message>
        <source>Time of the selected steps</source>
        <translation>منتخب قدموں کا وقت</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>پہلے</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>بعد میں</translation>
    </message>
    <message>
        <source>Take out of the tour</source>
        <translation>ٹور سے نکال دیں</translation>
    </message>
    <message>
        <source>Own time</source>
        <translation>اپنا وقت</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>اب موجود نہیں</translation>
    </message>
    <message>
        <source>{step} · {seconds} s</source>
        <translation>{step} · {seconds} سیکنڈ</translation>
    </message>
</context>
<context>
    <name>ToursDialog</name>
    <message>
        <source>Tours</source>
        <translation>ٹور</translation>
    </message>
    <message>
        <source>New tour</source>
        <translation>نیا ٹور</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>مٹائیں…</translation>
    </message>
    <message>
        <source>Save the tour</source>
        <translation>ٹور محفوظ کریں</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>شروع کریں</translation>
    </message>
    <message>
        <source>Saves the tour and starts it on the wall.</source>
        <translation>ٹور محفوظ کر کے دیوار پر شروع کرتا ہے۔</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
    <message>
        <source>Kept tours</source>
        <translation>محفوظ ٹور</translation>
    </message>
    <message>
        <source>Drag a tour to another place to change the order of the menu.</source>
        <translation>فہرست کی ترتیب بدلنے کے لیے ٹور کو گھسیٹ کر دوسری جگہ رکھیں۔</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>{count} قدم</translation>
    </message>
    <message>
        <source>{count} step</source>
        <translation>{count} قدم</translation>
    </message>
    <message>
        <source>The tour “{name}” is saved.</source>
        <translation>ٹور ”{name}“ محفوظ ہو گیا۔</translation>
    </message>
    <message>
        <source>The tour “{name}” is deleted; the cameras and walls it goes through stay as they are.</source>
        <translation>ٹور ”{name}“ مٹ جائے گا؛ اس کے کیمرے اور دیواریں ویسی ہی رہیں گی۔</translation>
    </message>
    <message>
        <source>Delete the tour</source>
        <translation>ٹور مٹائیں</translation>
    </message>
    <message>
        <source>What was changed in this tour is not saved yet and would be lost.</source>
        <translation>اس ٹور میں کی گئی تبدیلیاں ابھی محفوظ نہیں ہوئیں اور ضائع ہو جائیں گی۔</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>ابھی محفوظ نہیں</translation>
    </message>
    <message>
        <source>Lose the changes</source>
        <translation>تبدیلیاں چھوڑ دیں</translation>
    </message>
</context>
<context>
    <name>TwoPersonDeed</name>
    <message>
        <source>Nothing was changed: no second officer agreed.</source>
        <translation>کچھ نہیں بدلا: دوسرے افسر نے منظوری نہیں دی۔</translation>
    </message>
</context>
<context>
    <name>UnitLines</name>
    <message>
        <source>On scene</source>
        <translation>موقع پر</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>فارغ</translation>
    </message>
    <message>
        <source>{unit} · told {told} · clear {clear}</source>
        <translation>{unit} · اطلاع {told} · فارغ {clear}</translation>
    </message>
    <message>
        <source>{unit} · told {told} · on scene after {took}, aim {aim}, late</source>
        <translation>{unit} · اطلاع {told} · {took} میں موقع پر، ہدف {aim}، تاخیر</translation>
    </message>
    <message>
        <source>{unit} · told {told} · on scene after {took}</source>
        <translation>{unit} · اطلاع {told} · {took} میں موقع پر</translation>
    </message>
    <message>
        <source>{unit} · told {told} · {took} so far, aim {aim}, late</source>
        <translation>{unit} · اطلاع {told} · اب تک {took}، ہدف {aim}، تاخیر</translation>
    </message>
    <message>
        <source>{unit} · told {told} · {took} so far, aim {aim}</source>
        <translation>{unit} · اطلاع {told} · اب تک {took}، ہدف {aim}</translation>
    </message>
    <message>
        <source>Clips unlocked: {count}</source>
        <translation>کلپ کے قفل کھولے گئے: {count}</translation>
    </message>
    <message>
        <source>Linked: {label}</source>
        <translation>منسلک: {label}</translation>
    </message>
    <message>
        <source>1 clip locked</source>
        <translation>ایک کلپ مقفل</translation>
    </message>
    <message>
        <source>{count} clips locked</source>
        <translation>{count} کلپ مقفل</translation>
    </message>
    <message>
        <source>Shows every locked clip.</source>
        <translation>ہر مقفل کلپ دکھاتا ہے۔</translation>
    </message>
    <message>
        <source>Camera {camera}, {from_at} to {to_at}</source>
        <translation>کیمرہ {camera}، {from_at} سے {to_at} تک</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>قفل کھولیں…</translation>
    </message>
</context>
<context>
    <name>UnitsTab</name>
    <message>
        <source>Units</source>
        <translation>یونٹ</translation>
    </message>
    <message>
        <source>In service: can be sent</source>
        <translation>سروس میں: بھیجا جا سکتا ہے</translation>
    </message>
    <message>
        <source>New unit</source>
        <translation>نیا یونٹ</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>{unit} · out of service</source>
        <translation>{unit} · سروس میں نہیں</translation>
    </message>
    <message>
        <source>{unit} is saved.</source>
        <translation>{unit} محفوظ ہو گیا۔</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>Call sign</source>
        <translation>کال سائن</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>فون</translation>
    </message>
    <message>
        <source>Police station</source>
        <translation>تھانہ</translation>
    </message>
    <message>
        <source>Units that can be sent to an incident; each keeps the times it was told, arrived, was free.</source>
        <translation>وہ یونٹ جو واقعے پر بھیجے جا سکتے ہیں؛ ہر ایک کے اطلاع، پہنچنے اور فارغ ہونے کے وقت محفوظ رہتے ہیں۔</translation>
    </message>
</context>
<context>
    <name>VerifyFoot</name>
    <message>
        <source>Entries verified</source>
        <translation>تصدیق شدہ اندراج</translation>
    </message>
    <message>
        <source>Recomputes every entry and compares the chain with its head kept outside the database.</source>
        <translation>ہر اندراج کا حساب دوبارہ کرتا ہے اور زنجیر کو ڈیٹا بیس سے باہر رکھے سرے سے ملاتا ہے۔</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>تصدیق کریں</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>روکیں</translation>
    </message>
    <message>
        <source>Head of the chain: entry {number}, {hash}…</source>
        <translation>زنجیر کا سرا: اندراج {number}، {hash}…</translation>
    </message>
    <message>
        <source>The chain has no entry yet.</source>
        <translation>زنجیر میں ابھی کوئی اندراج نہیں۔</translation>
    </message>
    <message>
        <source>Verifying…</source>
        <translation>تصدیق جاری ہے…</translation>
    </message>
    <message>
        <source>Verifying: {done} of {count} entries.</source>
        <translation>تصدیق جاری ہے: {count} میں سے {done} اندراج۔</translation>
    </message>
    <message>
        <source>Stopped; nothing was found out.</source>
        <translation>روک دی گئی؛ کچھ معلوم نہیں ہوا۔</translation>
    </message>
    <message>
        <source>All {count} entries are whole ({seconds} s). Entry {row} tells that the database was restored; what stood after it up to {left} was left behind.</source>
        <translation>تمام {count} اندراج سلامت ہیں ({seconds} سیکنڈ)۔ اندراج {row} بتاتا ہے کہ ڈیٹا بیس بحال کیا گیا تھا؛ اس کے بعد {left} تک جو تھا وہ پیچھے رہ گیا۔</translation>
    </message>
    <message>
        <source>All {count} entries are whole and fit the head kept outside ({seconds} s).</source>
        <translation>تمام {count} اندراج سلامت ہیں اور باہر رکھے سرے سے ملتے ہیں ({seconds} سیکنڈ)۔</translation>
    </message>
    <message>
        <source>The chain is not whole. {flaw}</source>
        <translation>زنجیر سلامت نہیں۔ {flaw}</translation>
    </message>
    <message>
        <source>The chain is not whole. {flaw} There are {more} more flaws; `audit verify` lists them.</source>
        <translation>زنجیر سلامت نہیں۔ {flaw} مزید {more} نقص ہیں؛ `audit verify` سے ان کی فہرست ملتی ہے۔</translation>
    </message>
    <message>
        <source>Entries are missing from {row} on ({detail}).</source>
        <translation>{row} سے آگے اندراج غائب ہیں ({detail})۔</translation>
    </message>
    <message>
        <source>Entry {row} was changed.</source>
        <translation>اندراج {row} بدلا گیا ہے۔</translation>
    </message>
    <message>
        <source>Entry {row} stands at a wrong place.</source>
        <translation>اندراج {row} غلط جگہ پر ہے۔</translation>
    </message>
    <message>
        <source>A column of entry {row} was changed.</source>
        <translation>اندراج {row} کا ایک کالم بدلا گیا ہے۔</translation>
    </message>
    <message>
        <source>Entries were cut off from {row} on ({detail}).</source>
        <translation>{row} سے آگے اندراج کاٹ دیے گئے ہیں ({detail})۔</translation>
    </message>
    <message>
        <source>Entry {row} is another than the head kept outside says.</source>
        <translation>اندراج {row} وہ نہیں جو باہر رکھا سرا بتاتا ہے۔</translation>
    </message>
    <message>
        <source>Entry {row} cannot be read.</source>
        <translation>اندراج {row} پڑھا نہیں جا سکتا۔</translation>
    </message>
    <message>
        <source>At entry {row} the time goes back without a word of a changed clock.</source>
        <translation>اندراج {row} پر وقت پیچھے جاتا ہے مگر گھڑی بدلنے کا کوئی ذکر نہیں۔</translation>
    </message>
    <message>
        <source>Entry {row} tells that the chain was found broken at a start.</source>
        <translation>اندراج {row} بتاتا ہے کہ ایک آغاز پر زنجیر ٹوٹی ہوئی ملی تھی۔</translation>
    </message>
    <message>
        <source>A guard of the audit&apos;s table is not as it was made ({detail}).</source>
        <translation>آڈٹ کے جدول کا ایک حفاظتی پہرہ ویسا نہیں جیسا بنایا گیا تھا ({detail})۔</translation>
    </message>
    <message>
        <source>The head kept outside the database is gone.</source>
        <translation>ڈیٹا بیس سے باہر رکھا سرا غائب ہے۔</translation>
    </message>
    <message>
        <source>The head kept outside the database was tampered with or is spoilt.</source>
        <translation>ڈیٹا بیس سے باہر رکھے سرے میں رد و بدل ہوا ہے یا وہ خراب ہے۔</translation>
    </message>
    <message>
        <source>The vault&apos;s key is gone, so the head kept outside proves nothing.</source>
        <translation>تجوری کی کنجی غائب ہے، اس لیے باہر رکھا سرا کچھ ثابت نہیں کرتا۔</translation>
    </message>
    <message>
        <source>The database cannot be read to its end.</source>
        <translation>ڈیٹا بیس آخر تک پڑھا نہیں جا سکتا۔</translation>
    </message>
</context>
<context>
    <name>WallDesk</name>
    <message>
        <source>Saved as {file}, without addresses and logins.</source>
        <translation>{file} کے نام سے محفوظ ہو گیا، پتوں اور لاگ اِن کے بغیر۔</translation>
    </message>
    <message>
        <source>Export walls and layouts</source>
        <translation>دیواریں اور ترتیبیں فائل میں نکالیں</translation>
    </message>
    <message>
        <source>Choose a file of walls</source>
        <translation>دیواروں کی فائل منتخب کریں</translation>
    </message>
    <message>
        <source>Walls and layouts (*.json)</source>
        <translation>دیواریں اور ترتیبیں (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>تمام فائلیں (*)</translation>
    </message>
    <message>
        <source>{count} entries of the file are in.</source>
        <translation>فائل کے {count} اندراج آ گئے۔</translation>
    </message>
    <message>
        <source>Nothing was taken from {file}. {reason}</source>
        <translation>فائل {file} سے کچھ نہیں لیا گیا۔ {reason}</translation>
    </message>
</context>
<context>
    <name>WallImport</name>
    <message>
        <source>Import walls and layouts</source>
        <translation>دیواریں اور ترتیبیں لائیں</translation>
    </message>
    <message>
        <source>Entries of the file</source>
        <translation>فائل کے اندراج</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>لائیں</translation>
    </message>
    <message>
        <source>Nothing is written before you press the button.</source>
        <translation>بٹن دبانے سے پہلے کچھ نہیں لکھا جاتا۔</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>منسوخ</translation>
    </message>
    <message>
        <source>What will happen with “{file}”</source>
        <translation>”{file}“ کے ساتھ کیا ہو گا</translation>
    </message>
    <message>
        <source>Take the tick away from what you do not want (Space).</source>
        <translation>جو نہیں چاہیے اس سے نشان ہٹا دیں (Space)۔</translation>
    </message>
    <message>
        <source>Layout “{name}”</source>
        <translation>ترتیب ”{name}“</translation>
    </message>
    <message>
        <source>Wall “{name}”</source>
        <translation>دیوار ”{name}“</translation>
    </message>
    <message>
        <source>Takes the place of the one kept under this name.</source>
        <translation>اس نام سے محفوظ والی کی جگہ لے گی۔</translation>
    </message>
    <message>
        <source>Is new here.</source>
        <translation>یہاں نئی ہے۔</translation>
    </message>
    <message>
        <source>Not registered here, their tiles stay empty: {cameras}.</source>
        <translation>یہاں درج نہیں، ان کے خانے خالی رہیں گے: {cameras}۔</translation>
    </message>
    <message>
        <source>Called otherwise in the file: {cameras}.</source>
        <translation>فائل میں نام مختلف ہے: {cameras}۔</translation>
    </message>
    <message>
        <source>Import {count} entries</source>
        <translation>{count} اندراج لائیں</translation>
    </message>
    <message>
        <source>Import 1 entry</source>
        <translation>ایک اندراج لائیں</translation>
    </message>
</context>
<context>
    <name>WallPage</name>
    <message>
        <source>Save this wall</source>
        <translation>یہ دیوار محفوظ کریں</translation>
    </message>
    <message>
        <source>Name of the wall</source>
        <translation>دیوار کا نام</translation>
    </message>
    <message>
        <source>Save the wall</source>
        <translation>دیوار محفوظ کریں</translation>
    </message>
    <message>
        <source>The wall is saved as “{name}”.</source>
        <translation>دیوار ”{name}“ کے نام سے محفوظ ہو گئی۔</translation>
    </message>
</context>
<context>
    <name>WallToolbar</name>
    <message>
        <source>Unsaved wall</source>
        <translation>بے نام دیوار</translation>
    </message>
    <message>
        <source>{name} (changed)</source>
        <translation>{name} (تبدیل شدہ)</translation>
    </message>
    <message>
        <source>Wall on screen: {name}</source>
        <translation>سکرین پر دیوار: {name}</translation>
    </message>
    <message>
        <source>What works</source>
        <translation>جو چل رہے ہیں</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>تمام جگہیں</translation>
    </message>
    <message>
        <source>Shows only cameras with a picture, or all places</source>
        <translation>صرف تصویر والے کیمرے دکھاتا ہے، یا تمام جگہیں</translation>
    </message>
    <message>
        <source>Finds a camera, place, wall or command by a part of its name</source>
        <translation>نام کے ایک حصے سے کیمرہ، جگہ، دیوار یا کام تلاش کرتا ہے</translation>
    </message>
    <message>
        <source>New incident {key}</source>
        <translation>نیا واقعہ {key}</translation>
    </message>
    <message>
        <source>Logs an incident of the selected camera</source>
        <translation>منتخب کیمرے کا واقعہ درج کرتا ہے</translation>
    </message>
    <message>
        <source>Find anything…</source>
        <translation>تلاش کریں…</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>کچھ بھی تلاش کریں</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>نیا واقعہ</translation>
    </message>
    <message>
        <source>Own layout</source>
        <translation>اپنی ترتیب</translation>
    </message>
    <message>
        <source>More layouts: {name} is on screen</source>
        <translation>مزید ترتیبیں: سکرین پر {name} ہے</translation>
    </message>
    <message>
        <source>The wall is locked against changes; unlock it</source>
        <translation>دیوار مقفل ہے، بدلی نہیں جا سکتی؛ قفل کھولیں</translation>
    </message>
    <message>
        <source>Lock the wall against changes</source>
        <translation>دیوار مقفل کریں تاکہ بدلی نہ جائے</translation>
    </message>
    <message>
        <source>Save this wall as…</source>
        <translation>یہ دیوار محفوظ کریں…</translation>
    </message>
    <message>
        <source>Rename “{name}”…</source>
        <translation>”{name}“ کا نام بدلیں…</translation>
    </message>
    <message>
        <source>Delete “{name}”…</source>
        <translation>”{name}“ مٹائیں…</translation>
    </message>
    <message>
        <source>Choose, save, rename or delete a wall</source>
        <translation>دیوار چنیں، محفوظ کریں، نام بدلیں یا مٹائیں</translation>
    </message>
    <message>
        <source>Layout {key}</source>
        <translation>ترتیب {key}</translation>
    </message>
    <message>
        <source>More layouts</source>
        <translation>مزید ترتیبیں</translation>
    </message>
    <message>
        <source>Rename the wall</source>
        <translation>دیوار کا نام بدلیں</translation>
    </message>
    <message>
        <source>Name of the wall</source>
        <translation>دیوار کا نام</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>نام بدلیں</translation>
    </message>
    <message>
        <source>Delete the wall</source>
        <translation>دیوار مٹائیں</translation>
    </message>
    <message>
        <source>The saved wall “{name}” is deleted; the cameras and what is on screen stay as they are.</source>
        <translation>محفوظ دیوار ”{name}“ مٹ جائے گی؛ کیمرے اور سکرین پر جو ہے وہ ویسے ہی رہیں گے۔</translation>
    </message>
</context>
<context>
    <name>WallsDialog</name>
    <message>
        <source>Walls and layouts</source>
        <translation>دیواریں اور ترتیبیں</translation>
    </message>
    <message>
        <source>Show on the wall</source>
        <translation>دیوار پر دکھائیں</translation>
    </message>
    <message>
        <source>Set as my wall</source>
        <translation>میری دیوار بنائیں</translation>
    </message>
    <message>
        <source>Kept walls</source>
        <translation>محفوظ دیواریں</translation>
    </message>
    <message>
        <source>No wall is kept yet. “Save this wall as…” in the wall&apos;s bar keeps what is on screen.</source>
        <translation>ابھی کوئی دیوار محفوظ نہیں۔ دیوار کی پٹی میں ”یہ دیوار محفوظ کریں…“ سے سکرین والی دیوار محفوظ ہو جاتی ہے۔</translation>
    </message>
    <message>
        <source>Own layouts</source>
        <translation>اپنی ترتیبیں</translation>
    </message>
    <message>
        <source>No layout of your own yet. “Edit layout…” makes one.</source>
        <translation>ابھی آپ کی کوئی ترتیب نہیں۔ ”ترتیب تبدیل کریں…“ سے بنائیں۔</translation>
    </message>
    <message>
        <source>Drag rows into your order. A wall keeps its layout itself: deleting a layout changes no wall.</source>
        <translation>سطریں گھسیٹ کر آگے پیچھے کریں۔ ہر دیوار اپنی ترتیب خود رکھتی ہے: ترتیب مٹانے سے کوئی دیوار نہیں بدلتی۔</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>فائل میں نکالیں…</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>فائل سے لائیں…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
    <message>
        <source>tiles: {tiles} · cameras: {cameras}</source>
        <translation>خانے: {tiles} · کیمرے: {cameras}</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>مقفل</translation>
    </message>
    <message>
        <source>hotspot in tile {tile}</source>
        <translation>ہاٹ سپاٹ خانہ {tile} میں</translation>
    </message>
    <message>
        <source>★ your wall</source>
        <translation>★ آپ کی دیوار</translation>
    </message>
    <message>
        <source>{count} tiles</source>
        <translation>{count} خانے</translation>
    </message>
    <message>
        <source>No longer my wall</source>
        <translation>اب میری دیوار نہیں</translation>
    </message>
    <message>
        <source>You begin with the wall as it was left.</source>
        <translation>آپ کا آغاز اسی دیوار سے ہو گا جیسی چھوڑی گئی تھی۔</translation>
    </message>
    <message>
        <source>“{name}” is your wall now; “Go to my wall” leads to it.</source>
        <translation>”{name}“ اب آپ کی دیوار ہے؛ ”میری دیوار پر جائیں“ سے کھلتی ہے۔</translation>
    </message>
    <message>
        <source>Rename the wall</source>
        <translation>دیوار کا نام بدلیں</translation>
    </message>
    <message>
        <source>Name of the wall</source>
        <translation>دیوار کا نام</translation>
    </message>
    <message>
        <source>Rename the layout</source>
        <translation>ترتیب کا نام بدلیں</translation>
    </message>
    <message>
        <source>Name of the layout</source>
        <translation>ترتیب کا نام</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>نام بدلیں</translation>
    </message>
    <message>
        <source>The kept wall “{name}” is deleted; the cameras and what is on screen stay as they are.</source>
        <translation>محفوظ دیوار ”{name}“ مٹ جائے گی؛ کیمرے اور سکرین پر جو ہے وہ ویسے ہی رہیں گے۔</translation>
    </message>
    <message>
        <source>Delete the wall</source>
        <translation>دیوار مٹائیں</translation>
    </message>
    <message>
        <source>The layout “{name}” is deleted; walls that were made with it stay as they are.</source>
        <translation>ترتیب ”{name}“ مٹ جائے گی؛ اس سے بنی دیواریں ویسی ہی رہیں گی۔</translation>
    </message>
    <message>
        <source>Delete the layout</source>
        <translation>ترتیب مٹائیں</translation>
    </message>
</context>
<context>
    <name>WatchBoard</name>
    <message>
        <source>Watch board</source>
        <translation>تلاش بورڈ</translation>
    </message>
    <message>
        <source>Hides the board; Shift+F3 shows it again.</source>
        <translation>بورڈ چھپاتا ہے؛ Shift+F3 سے پھر نظر آتا ہے۔</translation>
    </message>
    <message>
        <source>Hide the board</source>
        <translation>بورڈ چھپائیں</translation>
    </message>
    <message>
        <source>Nobody and nothing is looked for now.</source>
        <translation>اس وقت کسی شخص یا چیز کی تلاش نہیں۔</translation>
    </message>
</context>
<context>
    <name>WatchPage</name>
    <message>
        <source>Watch board</source>
        <translation>تلاش بورڈ</translation>
    </message>
    <message>
        <source>New watch notice</source>
        <translation>نیا تلاش نوٹس</translation>
    </message>
    <message>
        <source>All notices</source>
        <translation>تمام نوٹس</translation>
    </message>
    <message>
        <source>Which notices</source>
        <translation>کون سے نوٹس</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>ہر قسم</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>Name, words, plate or number</source>
        <translation>نام، الفاظ، نمبر پلیٹ یا نمبر</translation>
    </message>
    <message>
        <source>Find a notice</source>
        <translation>نوٹس تلاش کریں</translation>
    </message>
    <message>
        <source>{count} notices</source>
        <translation>{count} نوٹس</translation>
    </message>
    <message>
        <source>{count} notices; type a word to find those that are not shown</source>
        <translation>{count} نوٹس؛ جو نظر نہیں آ رہے انہیں ڈھونڈنے کے لیے لفظ لکھیں</translation>
    </message>
    <message>
        <source>No notice is like this.</source>
        <translation>ایسا کوئی نوٹس نہیں۔</translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message>
        <source>Why, if a reason was given</source>
        <translation>وجہ، اگر بتائی گئی ہو</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>Something in the console went wrong; it goes on. Details are in the log folder: {file}</source>
        <translation>کنسول میں کوئی خرابی ہوئی؛ وہ چل رہا ہے۔ تفصیل لاگ فولڈر میں ہے: {file}</translation>
    </message>
</context>
<context>
    <name>attention</name>
    <message>
        <source>They did not answer when the console began; it keeps trying.</source>
        <translation>کنسول شروع ہونے پر انہوں نے جواب نہیں دیا؛ کوشش جاری ہے۔</translation>
    </message>
    <message>
        <source>{count} cameras refuse the login</source>
        <translation>{count} کیمرے لاگ اِن قبول نہیں کرتے</translation>
    </message>
    <message>
        <source>They are not tried again until their login is changed.</source>
        <translation>لاگ اِن بدلنے تک دوبارہ کوشش نہیں ہو گی۔</translation>
    </message>
    <message>
        <source>Back · {number} {name}</source>
        <translation>بحال · {number} {name}</translation>
    </message>
    <message>
        <source>The picture is live again.</source>
        <translation>تصویر پھر چالو ہے۔</translation>
    </message>
    <message>
        <source>The audit does not fit</source>
        <translation>آڈٹ مطابقت نہیں رکھتا</translation>
    </message>
    <message>
        <source>1 camera is offline</source>
        <translation>1 کیمرہ بند ہے</translation>
    </message>
    <message>
        <source>It did not answer when the console began; it is tried again and again.</source>
        <translation>کنسول شروع ہونے پر اس نے جواب نہیں دیا؛ بار بار کوشش جاری ہے۔</translation>
    </message>
    <message>
        <source>{count} cameras are offline</source>
        <translation>{count} کیمرے بند ہیں</translation>
    </message>
    <message>
        <source>1 camera refuses the login</source>
        <translation>1 کیمرہ لاگ ان قبول نہیں کرتا</translation>
    </message>
    <message>
        <source>It is not tried again until its login is changed.</source>
        <translation>لاگ ان تبدیل ہونے تک دوبارہ کوشش نہیں کی جائے گی۔</translation>
    </message>
    <message>
        <source>Picture impaired</source>
        <translation>تصویر متاثر</translation>
    </message>
    <message>
        <source>It is good again.</source>
        <translation>اب پھر ٹھیک ہے۔</translation>
    </message>
    <message>
        <source>Video arrives, but nothing moves.</source>
        <translation>ویڈیو آ رہی ہے مگر کچھ ہلتا نہیں۔</translation>
    </message>
    <message>
        <source>The picture is not sharp.</source>
        <translation>تصویر صاف نہیں۔</translation>
    </message>
    <message>
        <source>Something stands before the lens.</source>
        <translation>عدسے کے سامنے کوئی چیز ہے۔</translation>
    </message>
    <message>
        <source>Video arrives, but it is black.</source>
        <translation>ویڈیو آ رہی ہے مگر کالی ہے۔</translation>
    </message>
    <message>
        <source>The picture is of no use.</source>
        <translation>تصویر کام کی نہیں۔</translation>
    </message>
    <message>
        <source>{fault} · {number} {name}</source>
        <translation>{fault} · {number} {name}</translation>
    </message>
    <message>
        <source>Wrong password · {number} {name}</source>
        <translation>غلط پاس ورڈ · {number} {name}</translation>
    </message>
    <message>
        <source>Not tried again until the login is changed: cameras lock accounts.</source>
        <translation>لاگ اِن بدلنے تک دوبارہ کوشش نہیں ہو گی: کیمرے اکاؤنٹ مقفل کر دیتے ہیں۔</translation>
    </message>
    <message>
        <source>Offline · {number} {name}</source>
        <translation>بند · {number} {name}</translation>
    </message>
</context>
<context>
    <name>audit</name>
    <message>
        <source>The console was set up; {about} became its first administrator.</source>
        <translation>کنسول سیٹ اپ ہوا؛ {about} اس کا پہلا منتظم بنا۔</translation>
    </message>
    <message>
        <source>{who} set the console up.</source>
        <translation>{who} نے کنسول سیٹ اپ کیا۔</translation>
    </message>
    <message>
        <source>The console was started, version {version}.</source>
        <translation>کنسول شروع ہوا، ورژن {version}۔</translation>
    </message>
    <message>
        <source>{who} was started.</source>
        <translation>{who} شروع ہوا۔</translation>
    </message>
    <message>
        <source>{who} was stopped.</source>
        <translation>{who} بند ہوا۔</translation>
    </message>
    <message>
        <source>The clock of this computer was set from {before} to {after}.</source>
        <translation>اس کمپیوٹر کی گھڑی {before} سے بدل کر {after} کی گئی۔</translation>
    </message>
    <message>
        <source>{who} noticed that the clock of this computer was set.</source>
        <translation>{who} نے دیکھا کہ اس کمپیوٹر کی گھڑی بدلی گئی۔</translation>
    </message>
    <message>
        <source>{who} signed in.</source>
        <translation>{who} نے سائن اِن کیا۔</translation>
    </message>
    <message>
        <source>{who} signed out.</source>
        <translation>{who} نے سائن آؤٹ کیا۔</translation>
    </message>
    <message>
        <source>{who} locked the console.</source>
        <translation>{who} نے کنسول مقفل کیا۔</translation>
    </message>
    <message>
        <source>{who} unlocked the console.</source>
        <translation>{who} نے کنسول کا قفل کھولا۔</translation>
    </message>
    <message>
        <source>{second} agreed to what {who} was about to do: {reason}</source>
        <translation>{who} کے کام کی {second} نے منظوری دی: {reason}</translation>
    </message>
    <message>
        <source>{who} gave his password to sign.</source>
        <translation>{who} نے دستخط کے لیے پاس ورڈ دیا۔</translation>
    </message>
    <message>
        <source>{who} added officer {about} as {role}.</source>
        <translation>{who} نے افسر {about} کو بطور {role} شامل کیا۔</translation>
    </message>
    <message>
        <source>{who} added officer {about}.</source>
        <translation>{who} نے افسر {about} شامل کیا۔</translation>
    </message>
    <message>
        <source>{who} added an officer.</source>
        <translation>{who} نے ایک افسر شامل کیا۔</translation>
    </message>
    <message>
        <source>{who} changed officer {about}.</source>
        <translation>{who} نے افسر {about} میں تبدیلی کی۔</translation>
    </message>
    <message>
        <source>{who} changed an officer.</source>
        <translation>{who} نے ایک افسر میں تبدیلی کی۔</translation>
    </message>
    <message>
        <source>{who} set a password or PIN of {about}.</source>
        <translation>{who} نے {about} کا پاس ورڈ یا PIN مقرر کیا۔</translation>
    </message>
    <message>
        <source>{who} set a password or PIN.</source>
        <translation>{who} نے پاس ورڈ یا PIN مقرر کیا۔</translation>
    </message>
    <message>
        <source>{who} changed what the role {about} may do.</source>
        <translation>{who} نے کردار {about} کی اجازتیں بدلیں۔</translation>
    </message>
    <message>
        <source>{who} changed what a role may do.</source>
        <translation>{who} نے ایک کردار کی اجازتیں بدلیں۔</translation>
    </message>
    <message>
        <source>{who} changed the camera group {name}.</source>
        <translation>{who} نے کیمرہ گروپ {name} بدلا۔</translation>
    </message>
    <message>
        <source>{who} changed a camera group.</source>
        <translation>{who} نے ایک کیمرہ گروپ بدلا۔</translation>
    </message>
    <message>
        <source>{who} was refused.</source>
        <translation>{who} کو اجازت نہیں ملی۔</translation>
    </message>
    <message>
        <source>{who} viewed cameras {cameras}.</source>
        <translation>{who} نے کیمرے {cameras} دیکھے۔</translation>
    </message>
    <message>
        <source>{who} viewed camera {camera}.</source>
        <translation>{who} نے کیمرہ {camera} دیکھا۔</translation>
    </message>
    <message>
        <source>{who} began to view cameras {began}.</source>
        <translation>{who} نے کیمرے {began} دیکھنا شروع کیے۔</translation>
    </message>
    <message>
        <source>{who} viewed cameras {ended} no longer.</source>
        <translation>{who} نے کیمرے {ended} دیکھنا بند کیے۔</translation>
    </message>
    <message>
        <source>{who} viewed cameras.</source>
        <translation>{who} نے کیمرے دیکھے۔</translation>
    </message>
    <message>
        <source>{who} took a snapshot of camera {camera}.</source>
        <translation>{who} نے کیمرہ {camera} کی تصویر محفوظ کی۔</translation>
    </message>
    <message>
        <source>{who} took a snapshot.</source>
        <translation>{who} نے ایک تصویر محفوظ کی۔</translation>
    </message>
    <message>
        <source>{who} moved camera {camera}.</source>
        <translation>{who} نے کیمرہ {camera} گھمایا۔</translation>
    </message>
    <message>
        <source>{who} moved a camera.</source>
        <translation>{who} نے ایک کیمرہ گھمایا۔</translation>
    </message>
    <message>
        <source>{who} took camera {camera} over from {lost_by}.</source>
        <translation>{who} نے کیمرہ {camera} کا کنٹرول {lost_by} سے لے لیا۔</translation>
    </message>
    <message>
        <source>{who} took camera {camera} in hand.</source>
        <translation>{who} نے کیمرہ {camera} کا کنٹرول سنبھالا۔</translation>
    </message>
    <message>
        <source>{who} took a camera in hand.</source>
        <translation>{who} نے ایک کیمرے کا کنٹرول سنبھالا۔</translation>
    </message>
    <message>
        <source>{who} changed preset {preset} of camera {camera}.</source>
        <translation>{who} نے کیمرہ {camera} کا پری سیٹ {preset} بدلا۔</translation>
    </message>
    <message>
        <source>{who} changed presets or home of camera {camera}.</source>
        <translation>{who} نے کیمرہ {camera} کے پری سیٹ یا ہوم میں تبدیلی کی۔</translation>
    </message>
    <message>
        <source>{who} changed a preset.</source>
        <translation>{who} نے ایک پری سیٹ بدلا۔</translation>
    </message>
    <message>
        <source>{who} changed, started or ended patrol {patrol} of camera {camera}.</source>
        <translation>{who} نے کیمرہ {camera} کا گشت {patrol} بدلا، شروع یا ختم کیا۔</translation>
    </message>
    <message>
        <source>{who} changed, started or ended a patrol.</source>
        <translation>{who} نے ایک گشت بدلا، شروع یا ختم کیا۔</translation>
    </message>
    <message>
        <source>{who} changed the privacy sectors of camera {camera}.</source>
        <translation>{who} نے کیمرہ {camera} کے پرائیویسی سیکٹر بدلے۔</translation>
    </message>
    <message>
        <source>{who} changed privacy sectors.</source>
        <translation>{who} نے پرائیویسی سیکٹر بدلے۔</translation>
    </message>
    <message>
        <source>{who} called what camera {camera} told no concern.</source>
        <translation>{who} نے کیمرہ {camera} کے ایونٹ کو غیر اہم قرار دیا۔</translation>
    </message>
    <message>
        <source>{who} called what a camera told no concern.</source>
        <translation>{who} نے ایک کیمرے کے ایونٹ کو غیر اہم قرار دیا۔</translation>
    </message>
    <message>
        <source>{who} added camera {camera}, {name}.</source>
        <translation>{who} نے کیمرہ {camera}، {name} شامل کیا۔</translation>
    </message>
    <message>
        <source>{who} added camera {camera}.</source>
        <translation>{who} نے کیمرہ {camera} شامل کیا۔</translation>
    </message>
    <message>
        <source>{who} added a camera.</source>
        <translation>{who} نے ایک کیمرہ شامل کیا۔</translation>
    </message>
    <message>
        <source>{who} changed camera {camera}: {changed}.</source>
        <translation>{who} نے کیمرہ {camera} میں تبدیلی کی: {changed}۔</translation>
    </message>
    <message>
        <source>{who} changed camera {camera}.</source>
        <translation>{who} نے کیمرہ {camera} میں تبدیلی کی۔</translation>
    </message>
    <message>
        <source>{who} changed a camera.</source>
        <translation>{who} نے ایک کیمرے میں تبدیلی کی۔</translation>
    </message>
    <message>
        <source>{who} removed camera {camera}, {name}.</source>
        <translation>{who} نے کیمرہ {camera}، {name} نکال دیا۔</translation>
    </message>
    <message>
        <source>{who} removed camera {camera}.</source>
        <translation>{who} نے کیمرہ {camera} نکال دیا۔</translation>
    </message>
    <message>
        <source>{who} removed a camera.</source>
        <translation>{who} نے ایک کیمرہ نکال دیا۔</translation>
    </message>
    <message>
        <source>{who} took a list of cameras in; added: {added}; changed: {changed}.</source>
        <translation>{who} کیمروں کی فہرست لایا؛ شامل: {added}؛ تبدیل: {changed}۔</translation>
    </message>
    <message>
        <source>{who} took a list of cameras in; added: {added}.</source>
        <translation>{who} کیمروں کی فہرست لایا؛ شامل: {added}۔</translation>
    </message>
    <message>
        <source>{who} took a list of cameras in; changed: {changed}.</source>
        <translation>{who} کیمروں کی فہرست لایا؛ تبدیل: {changed}۔</translation>
    </message>
    <message>
        <source>{who} took a list of cameras in.</source>
        <translation>{who} کیمروں کی فہرست لایا۔</translation>
    </message>
    <message>
        <source>{who} changed the walls and layouts: {about}.</source>
        <translation>{who} نے دیواریں اور ترتیبیں بدلیں: {about}۔</translation>
    </message>
    <message>
        <source>{who} changed the walls and layouts.</source>
        <translation>{who} نے دیواریں اور ترتیبیں بدلیں۔</translation>
    </message>
    <message>
        <source>{who} set “{about}” from {before} to {value}.</source>
        <translation>{who} نے ”{about}“ کو {before} سے {value} کیا۔</translation>
    </message>
    <message>
        <source>{who} set “{about}” to {value}.</source>
        <translation>{who} نے ”{about}“ کو {value} کیا۔</translation>
    </message>
    <message>
        <source>{who} changed the setting “{about}”.</source>
        <translation>{who} نے ترتیب ”{about}“ بدلی۔</translation>
    </message>
    <message>
        <source>{who} changed a setting.</source>
        <translation>{who} نے ایک ترتیب بدلی۔</translation>
    </message>
    <message>
        <source>{who} gave the command {about} the keys {keys}.</source>
        <translation>{who} نے کام {about} کو کنجیاں {keys} دیں۔</translation>
    </message>
    <message>
        <source>{who} changed the keys.</source>
        <translation>{who} نے کنجیاں بدلیں۔</translation>
    </message>
    <message>
        <source>{who} gave the joystick “{reset_stick}” its first arrangement again.</source>
        <translation>{who} نے جوائے اسٹک ”{reset_stick}“ کو پھر ابتدائی ترتیب دی۔</translation>
    </message>
    <message>
        <source>{who} changed how the joystick “{stick}” is used.</source>
        <translation>{who} نے جوائے اسٹک ”{stick}“ کا استعمال بدلا۔</translation>
    </message>
    <message>
        <source>{who} changed how a joystick is used.</source>
        <translation>{who} نے ایک جوائے اسٹک کا استعمال بدلا۔</translation>
    </message>
    <message>
        <source>{who} searched for “{text}” and found {found}.</source>
        <translation>{who} نے ”{text}“ تلاش کیا، ملے: {found}۔</translation>
    </message>
    <message>
        <source>{who} searched for “{text}”.</source>
        <translation>{who} نے ”{text}“ تلاش کیا۔</translation>
    </message>
    <message>
        <source>{who} searched.</source>
        <translation>{who} نے تلاش کی۔</translation>
    </message>
    <message>
        <source>{who} wrote {rows} rows into the file {file}.</source>
        <translation>{who} نے فائل {file} میں {rows} سطریں لکھیں۔</translation>
    </message>
    <message>
        <source>{who} wrote the file {file}.</source>
        <translation>{who} نے فائل {file} لکھی۔</translation>
    </message>
    <message>
        <source>{who} wrote a file.</source>
        <translation>{who} نے ایک فائل لکھی۔</translation>
    </message>
    <message>
        <source>{who} printed {kind}.</source>
        <translation>{who} نے پرنٹ کیا: {kind}۔</translation>
    </message>
    <message>
        <source>{who} printed {about}.</source>
        <translation>{who} نے پرنٹ کیا: {about}۔</translation>
    </message>
    <message>
        <source>{who} printed a paper.</source>
        <translation>{who} نے ایک دستاویز پرنٹ کی۔</translation>
    </message>
    <message>
        <source>{who} entered incident {incident}, {severity}.</source>
        <translation>{who} نے واقعہ {incident} درج کیا، {severity}۔</translation>
    </message>
    <message>
        <source>{who} entered incident {incident}.</source>
        <translation>{who} نے واقعہ {incident} درج کیا۔</translation>
    </message>
    <message>
        <source>{who} entered an incident.</source>
        <translation>{who} نے ایک واقعہ درج کیا۔</translation>
    </message>
    <message>
        <source>{who} read incident {incident}.</source>
        <translation>{who} نے واقعہ {incident} پڑھا۔</translation>
    </message>
    <message>
        <source>{who} read an incident.</source>
        <translation>{who} نے ایک واقعہ پڑھا۔</translation>
    </message>
    <message>
        <source>{who} took incident {incident} from {before} to {to}.</source>
        <translation>{who} نے واقعہ {incident} کی حالت {before} سے {to} کی۔</translation>
    </message>
    <message>
        <source>{who} took incident {incident} to {to}.</source>
        <translation>{who} نے واقعہ {incident} کی حالت {to} کی۔</translation>
    </message>
    <message>
        <source>{who} took incident {incident} a step further.</source>
        <translation>{who} نے واقعہ {incident} ایک قدم آگے بڑھایا۔</translation>
    </message>
    <message>
        <source>{who} took an incident a step further.</source>
        <translation>{who} نے ایک واقعہ ایک قدم آگے بڑھایا۔</translation>
    </message>
    <message>
        <source>{who} changed incident {incident}: {fields}.</source>
        <translation>{who} نے واقعہ {incident} میں تبدیلی کی: {fields}۔</translation>
    </message>
    <message>
        <source>{who} changed incident {incident}; unit {unit}.</source>
        <translation>{who} نے واقعہ {incident} میں تبدیلی کی؛ یونٹ {unit}۔</translation>
    </message>
    <message>
        <source>{who} changed incident {incident}; camera {camera}.</source>
        <translation>{who} نے واقعہ {incident} میں تبدیلی کی؛ کیمرہ {camera}۔</translation>
    </message>
    <message>
        <source>{who} changed incident {incident}.</source>
        <translation>{who} نے واقعہ {incident} میں تبدیلی کی۔</translation>
    </message>
    <message>
        <source>{who} changed an incident.</source>
        <translation>{who} نے ایک واقعے میں تبدیلی کی۔</translation>
    </message>
    <message>
        <source>{who} added a note to incident {incident}.</source>
        <translation>{who} نے واقعہ {incident} میں نوٹ شامل کیا۔</translation>
    </message>
    <message>
        <source>{who} added a note to an incident.</source>
        <translation>{who} نے ایک واقعے میں نوٹ شامل کیا۔</translation>
    </message>
    <message>
        <source>{who} opened the sealed identities of incident {incident}.</source>
        <translation>{who} نے واقعہ {incident} کی سربمہر شناخت کھولی۔</translation>
    </message>
    <message>
        <source>{who} opened sealed identities.</source>
        <translation>{who} نے سربمہر شناخت کھولی۔</translation>
    </message>
    <message>
        <source>{who} read a case of misconduct.</source>
        <translation>{who} نے مس کنڈکٹ کا ایک کیس پڑھا۔</translation>
    </message>
    <message>
        <source>{who} locked footage of camera {camera} for incident {incident}.</source>
        <translation>{who} نے واقعہ {incident} کے لیے کیمرہ {camera} کی فوٹیج مقفل کی۔</translation>
    </message>
    <message>
        <source>{who} locked footage of camera {camera}.</source>
        <translation>{who} نے کیمرہ {camera} کی فوٹیج مقفل کی۔</translation>
    </message>
    <message>
        <source>{who} locked footage.</source>
        <translation>{who} نے فوٹیج مقفل کی۔</translation>
    </message>
    <message>
        <source>{who} and {second} unlocked footage: {reason}</source>
        <translation>{who} اور {second} نے فوٹیج کا قفل کھولا: {reason}</translation>
    </message>
    <message>
        <source>{who} unlocked footage.</source>
        <translation>{who} نے فوٹیج کا قفل کھولا۔</translation>
    </message>
    <message>
        <source>{who} changed the checklist or response times of {about}.</source>
        <translation>{who} نے {about} کی چیک لسٹ یا جوابی وقت بدلے۔</translation>
    </message>
    <message>
        <source>{who} changed a checklist or response times.</source>
        <translation>{who} نے ایک چیک لسٹ یا جوابی وقت بدلے۔</translation>
    </message>
    <message>
        <source>{who} changed the place {name}.</source>
        <translation>{who} نے جگہ {name} میں تبدیلی کی۔</translation>
    </message>
    <message>
        <source>{who} changed a place.</source>
        <translation>{who} نے ایک جگہ میں تبدیلی کی۔</translation>
    </message>
    <message>
        <source>{who} changed the unit {name}.</source>
        <translation>{who} نے یونٹ {name} میں تبدیلی کی۔</translation>
    </message>
    <message>
        <source>{who} changed a unit.</source>
        <translation>{who} نے ایک یونٹ میں تبدیلی کی۔</translation>
    </message>
    <message>
        <source>{who} changed a contact, committee or complaint.</source>
        <translation>{who} نے کسی رابطے، کمیٹی یا شکایت میں تبدیلی کی۔</translation>
    </message>
    <message>
        <source>{who} changed a footage request or a consent.</source>
        <translation>{who} نے فوٹیج کی کسی درخواست یا رضامندی میں تبدیلی کی۔</translation>
    </message>
    <message>
        <source>{who} changed watch notice {label}.</source>
        <translation>{who} نے تلاش نوٹس {label} میں تبدیلی کی۔</translation>
    </message>
    <message>
        <source>{who} changed a watch notice.</source>
        <translation>{who} نے ایک تلاش نوٹس میں تبدیلی کی۔</translation>
    </message>
    <message>
        <source>{who} saw watch notice {label}.</source>
        <translation>{who} نے تلاش نوٹس {label} دیکھا۔</translation>
    </message>
    <message>
        <source>{who} saw a watch notice.</source>
        <translation>{who} نے ایک تلاش نوٹس دیکھا۔</translation>
    </message>
    <message>
        <source>{who} took over the shift.</source>
        <translation>{who} نے شفٹ سنبھالی۔</translation>
    </message>
    <message>
        <source>{who} wrote into the running log.</source>
        <translation>{who} نے رواں لاگ میں لکھا۔</translation>
    </message>
    <message>
        <source>{who} signed the handover.</source>
        <translation>{who} نے حوالگی پر دستخط کیے۔</translation>
    </message>
    <message>
        <source>{who} ended the shift.</source>
        <translation>{who} نے شفٹ ختم کی۔</translation>
    </message>
    <message>
        <source>{who} read the audit of {badge}.</source>
        <translation>{who} نے {badge} کا آڈٹ پڑھا۔</translation>
    </message>
    <message>
        <source>{who} looked in the audit for “{text}”.</source>
        <translation>{who} نے آڈٹ میں ”{text}“ تلاش کیا۔</translation>
    </message>
    <message>
        <source>{who} read the audit.</source>
        <translation>{who} نے آڈٹ پڑھا۔</translation>
    </message>
    <message>
        <source>{who} verified the audit; its {rows} entries are whole.</source>
        <translation>{who} نے آڈٹ کی تصدیق کی؛ اس کے {rows} اندراج سلامت ہیں۔</translation>
    </message>
    <message>
        <source>{who} verified the audit.</source>
        <translation>{who} نے آڈٹ کی تصدیق کی۔</translation>
    </message>
    <message>
        <source>At its start the console found the audit broken ({kind}); it had known {known}.</source>
        <translation>آغاز پر کنسول کو آڈٹ ٹوٹا ہوا ملا ({kind})؛ اس کے علم میں {known} تک تھا۔</translation>
    </message>
    <message>
        <source>At its start the console found the audit broken ({kind}).</source>
        <translation>آغاز پر کنسول کو آڈٹ ٹوٹا ہوا ملا ({kind})۔</translation>
    </message>
    <message>
        <source>{who} found the audit broken.</source>
        <translation>{who} کو آڈٹ ٹوٹا ہوا ملا۔</translation>
    </message>
    <message>
        <source>{who} took note of what the start found in the audit ({kind}).</source>
        <translation>{who} نے آغاز پر آڈٹ میں ملنے والی بات نوٹ کی ({kind})۔</translation>
    </message>
    <message>
        <source>{who} took note of what a start found in the audit.</source>
        <translation>{who} نے آغاز پر آڈٹ میں ملنے والی بات نوٹ کی۔</translation>
    </message>
    <message>
        <source>{who} looked for cameras in the network; found: {found}.</source>
        <translation>{who} نے نیٹ ورک میں کیمرے تلاش کیے؛ ملے: {found}۔</translation>
    </message>
    <message>
        <source>{who} looked for cameras in the network.</source>
        <translation>{who} نے نیٹ ورک میں کیمرے تلاش کیے۔</translation>
    </message>
    <message>
        <source>{who} read the device at {host}: {maker} {model}.</source>
        <translation>{who} نے پتہ {host} کا آلہ پڑھا: {maker} {model}۔</translation>
    </message>
    <message>
        <source>{who} read a camera&apos;s device.</source>
        <translation>{who} نے کیمرے کا آلہ پڑھا۔</translation>
    </message>
    <message>
        <source>{who} and {second} restored the database from {file}; entries up to {left} were left behind.</source>
        <translation>{who} اور {second} نے ڈیٹا بیس {file} سے بحال کیا؛ {left} تک کے اندراج پیچھے رہ گئے۔</translation>
    </message>
    <message>
        <source>{who} restored the database from {file}; the entries up to {left} were left behind.</source>
        <translation>{who} نے ڈیٹا بیس {file} سے بحال کیا؛ {left} تک کے اندراج پیچھے رہ گئے۔</translation>
    </message>
    <message>
        <source>{who} began to restore the database.</source>
        <translation>{who} نے ڈیٹا بیس کی بحالی شروع کی۔</translation>
    </message>
    <message>
        <source>{who} was refused, camera {camera}: {permission}. {why}</source>
        <translation>{who} کو اجازت نہیں ملی، کیمرہ {camera}: {permission}۔ {why}</translation>
    </message>
    <message>
        <source>{who} was refused: {permission}. {why}</source>
        <translation>{who} کو اجازت نہیں ملی: {permission}۔ {why}</translation>
    </message>
    <message>
        <source>{who} was refused. {why}</source>
        <translation>{who} کو اجازت نہیں ملی۔ {why}</translation>
    </message>
    <message>
        <source>A sign-in as {about} was refused, wrong try {failures}.</source>
        <translation>{about} کے نام سے سائن اِن رد ہوا، غلط کوشش {failures}۔</translation>
    </message>
    <message>
        <source>A sign-in as {about} was refused. {why}</source>
        <translation>{about} کے نام سے سائن اِن رد ہوا۔ {why}</translation>
    </message>
    <message>
        <source>A sign-in as {about} was refused.</source>
        <translation>{about} کے نام سے سائن اِن رد ہوا۔</translation>
    </message>
    <message>
        <source>A sign-in was refused.</source>
        <translation>ایک سائن اِن رد ہوا۔</translation>
    </message>
    <message>
        <source>{who} could not unlock the console.</source>
        <translation>{who} کنسول کا قفل نہیں کھول سکا۔</translation>
    </message>
    <message>
        <source>The agreement of {second} to what {who} was about to do was refused. {why}</source>
        <translation>{who} کے کام کے لیے {second} کی منظوری رد ہوئی۔ {why}</translation>
    </message>
    <message>
        <source>A signature of {about} was refused. {why}</source>
        <translation>{about} کے دستخط رد ہوئے۔ {why}</translation>
    </message>
    <message>
        <source>A signature beside {who} was refused.</source>
        <translation>{who} کے ساتھ دوسرے دستخط رد ہوئے۔</translation>
    </message>
    <message>
        <source>{who} verified the audit; {flaws} flaws were found.</source>
        <translation>{who} نے آڈٹ کی تصدیق کی؛ {flaws} نقص ملے۔</translation>
    </message>
    <message>
        <source>{who} verified the audit; flaws were found.</source>
        <translation>{who} نے آڈٹ کی تصدیق کی؛ نقص ملے۔</translation>
    </message>
    <message>
        <source>{who} could not open sealed identities.</source>
        <translation>{who} سربمہر شناخت نہیں کھول سکا۔</translation>
    </message>
    <message>
        <source>Signing in, locking</source>
        <translation>سائن اِن، مقفل کرنا</translation>
    </message>
    <message>
        <source>Refusals</source>
        <translation>رد شدہ کوششیں</translation>
    </message>
    <message>
        <source>Looking at cameras</source>
        <translation>کیمرے دیکھنا</translation>
    </message>
    <message>
        <source>Steering cameras</source>
        <translation>کیمرے گھمانا</translation>
    </message>
    <message>
        <source>Officers and roles</source>
        <translation>افسر اور کردار</translation>
    </message>
    <message>
        <source>List of cameras</source>
        <translation>کیمروں کی فہرست</translation>
    </message>
    <message>
        <source>Walls, settings, keys</source>
        <translation>دیواریں، ترتیبات، کنجیاں</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>واقعات</translation>
    </message>
    <message>
        <source>Sealed and locked</source>
        <translation>سربمہر اور مقفل</translation>
    </message>
    <message>
        <source>Searches, prints, files</source>
        <translation>تلاش، پرنٹ، فائلیں</translation>
    </message>
    <message>
        <source>Citizens, places, units</source>
        <translation>شہری، جگہیں، یونٹ</translation>
    </message>
    <message>
        <source>Watch notices</source>
        <translation>تلاش نوٹس</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>شفٹیں</translation>
    </message>
    <message>
        <source>Audit, clock, console</source>
        <translation>آڈٹ، گھڑی، کنسول</translation>
    </message>
    <message>
        <source>The console</source>
        <translation>کنسول</translation>
    </message>
    <message>
        <source>The setup</source>
        <translation>سیٹ اپ</translation>
    </message>
    <message>
        <source>Somebody not signed in</source>
        <translation>غیر سائن اِن شخص</translation>
    </message>
    <message>
        <source>At the start of the console entries of the audit were missing at its end. A supervisor must look at it.</source>
        <translation>کنسول کے آغاز پر آڈٹ کے آخر کے اندراج غائب تھے۔ سپروائزر اسے دیکھے۔</translation>
    </message>
    <message>
        <source>At the start of the console the audit was another than the one it had written. A supervisor must look at it.</source>
        <translation>کنسول کے آغاز پر آڈٹ وہ نہ تھا جو اس نے لکھا تھا۔ سپروائزر اسے دیکھے۔</translation>
    </message>
    <message>
        <source>At the start of the console the file that proves the audit was gone. A supervisor must look at it.</source>
        <translation>کنسول کے آغاز پر آڈٹ ثابت کرنے والی فائل موجود نہ تھی۔ سپروائزر اسے دیکھے۔</translation>
    </message>
    <message>
        <source>At the start of the console the file that proves the audit was spoilt. A supervisor must look at it.</source>
        <translation>کنسول کے آغاز پر آڈٹ ثابت کرنے والی فائل خراب تھی۔ سپروائزر اسے دیکھے۔</translation>
    </message>
    <message>
        <source>At its start the console found the audit broken. A supervisor must look at it.</source>
        <translation>آغاز پر کنسول نے آڈٹ کو ٹوٹا ہوا پایا۔ سپروائزر اسے دیکھے۔</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Keys and help</source>
        <translation>کنجیاں اور مدد</translation>
    </message>
    <message>
        <source>Shows every key and what it does.</source>
        <translation>ہر کنجی اور اس کا کام دکھاتا ہے۔</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>تصویر محفوظ کریں</translation>
    </message>
    <message>
        <source>Saves the selected camera&apos;s picture with its time and hash.</source>
        <translation>منتخب کیمرے کی تصویر وقت اور ہیش کے ساتھ محفوظ کرتا ہے۔</translation>
    </message>
    <message>
        <source>What works / all places</source>
        <translation>جو چل رہے ہیں / تمام جگہیں</translation>
    </message>
    <message>
        <source>Gives the screen to the cameras that work, or back to all places.</source>
        <translation>سکرین چلتے کیمروں کو دیتا ہے، یا واپس تمام جگہوں کو۔</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>اگلا صفحہ</translation>
    </message>
    <message>
        <source>Goes to the next page of the console.</source>
        <translation>کنسول کے اگلے صفحے پر جاتا ہے۔</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>دیوار</translation>
    </message>
    <message>
        <source>Goes to the video wall.</source>
        <translation>ویڈیو دیوار پر جاتا ہے۔</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>کیمرے</translation>
    </message>
    <message>
        <source>Goes to the list of all cameras.</source>
        <translation>تمام کیمروں کی فہرست پر جاتا ہے۔</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>ترتیبات</translation>
    </message>
    <message>
        <source>Goes to the settings of this console.</source>
        <translation>اس کنسول کی ترتیبات پر جاتا ہے۔</translation>
    </message>
    <message>
        <source>Next layout</source>
        <translation>اگلی ترتیب</translation>
    </message>
    <message>
        <source>Changes how many tiles the wall has.</source>
        <translation>دیوار کے خانوں کی تعداد بدلتا ہے۔</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>پوری سکرین</translation>
    </message>
    <message>
        <source>Fills the whole screen with the console, or goes back to a window.</source>
        <translation>کنسول کو پوری سکرین پر پھیلاتا ہے، یا واپس کھڑکی میں لاتا ہے۔</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>بڑا کریں</translation>
    </message>
    <message>
        <source>Shows the selected camera alone, or all tiles again.</source>
        <translation>صرف منتخب کیمرہ دکھاتا ہے، یا پھر تمام خانے۔</translation>
    </message>
    <message>
        <source>Previous camera</source>
        <translation>پچھلا کیمرہ</translation>
    </message>
    <message>
        <source>Puts the camera that was there before back into the selected tile.</source>
        <translation>منتخب خانے میں پہلے والا کیمرہ واپس لاتا ہے۔</translation>
    </message>
    <message>
        <source>Clear tile</source>
        <translation>خانہ خالی کریں</translation>
    </message>
    <message>
        <source>Takes the camera out of the selected tile. The camera itself stays registered.</source>
        <translation>منتخب خانے سے کیمرہ ہٹاتا ہے۔ کیمرہ فہرست میں رہتا ہے۔</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>ابھی دوبارہ کوشش کریں</translation>
    </message>
    <message>
        <source>Connects to the selected camera at once instead of waiting.</source>
        <translation>انتظار کے بجائے منتخب کیمرے سے فوراً جڑتا ہے۔</translation>
    </message>
    <message>
        <source>Save wall…</source>
        <translation>دیوار محفوظ کریں…</translation>
    </message>
    <message>
        <source>Keeps this arrangement of cameras under a name.</source>
        <translation>کیمروں کی یہ ترتیب ایک نام سے محفوظ کرتا ہے۔</translation>
    </message>
    <message>
        <source>Go to camera…</source>
        <translation>کیمرے پر جائیں…</translation>
    </message>
    <message>
        <source>Finds a camera by number, name or place.</source>
        <translation>نمبر، نام یا جگہ سے کیمرہ تلاش کرتا ہے۔</translation>
    </message>
    <message>
        <source>Add a camera…</source>
        <translation>کیمرہ شامل کریں…</translation>
    </message>
    <message>
        <source>Registers a new camera and tests it live.</source>
        <translation>نیا کیمرہ درج کرتا اور آزماتا ہے۔</translation>
    </message>
    <message>
        <source>Camera settings…</source>
        <translation>کیمرے کی ترتیبات…</translation>
    </message>
    <message>
        <source>Changes the name, address or login of the selected camera.</source>
        <translation>منتخب کیمرے کا نام، پتہ یا لاگ اِن بدلتا ہے۔</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>فہرست لائیں…</translation>
    </message>
    <message>
        <source>Takes in many cameras from a CSV file, with a preview first.</source>
        <translation>‏CSV فائل سے بہت سے کیمرے لاتا ہے، پہلے جھلک دکھا کر۔</translation>
    </message>
    <message>
        <source>Close the console</source>
        <translation>کنسول بند کریں</translation>
    </message>
    <message>
        <source>Closes every stream and then the window.</source>
        <translation>تمام سٹریم اور پھر کھڑکی بند کرتا ہے۔</translation>
    </message>
    <message>
        <source>Find anything…</source>
        <translation>تلاش کریں…</translation>
    </message>
    <message>
        <source>Goes to any camera, place, wall, tour or command by typing a part of it.</source>
        <translation>نام کا ایک حصہ لکھ کر کسی بھی کیمرے، جگہ، دیوار، ٹور یا کام پر جاتا ہے۔</translation>
    </message>
    <message>
        <source>Edit layout…</source>
        <translation>ترتیب تبدیل کریں…</translation>
    </message>
    <message>
        <source>Splits, merges and resizes the tiles of this wall.</source>
        <translation>اس دیوار کے خانے تقسیم کرتا، ملاتا اور چھوٹے بڑے کرتا ہے۔</translation>
    </message>
    <message>
        <source>Walls and layouts…</source>
        <translation>دیواریں اور ترتیبیں…</translation>
    </message>
    <message>
        <source>Orders, exports, imports and deletes kept walls and layouts.</source>
        <translation>محفوظ دیواروں اور ترتیبوں کو آگے پیچھے کرتا، فائل میں نکالتا، لاتا اور مٹاتا ہے۔</translation>
    </message>
    <message>
        <source>Lock or unlock the wall</source>
        <translation>دیوار مقفل کریں یا کھولیں</translation>
    </message>
    <message>
        <source>A locked wall refuses every change of its arrangement.</source>
        <translation>مقفل دیوار کے خانے اور کیمرے بدلے نہیں جا سکتے۔</translation>
    </message>
    <message>
        <source>Hotspot tile</source>
        <translation>ہاٹ سپاٹ خانہ</translation>
    </message>
    <message>
        <source>Makes the selected tile follow the selection, or an ordinary tile again.</source>
        <translation>منتخب خانے میں ہمیشہ وہ کیمرہ آتا ہے جو چنا جائے، یا خانہ پھر عام ہو جاتا ہے۔</translation>
    </message>
    <message>
        <source>Back in this tile</source>
        <translation>اس خانے میں پیچھے</translation>
    </message>
    <message>
        <source>Shows what stood in the selected tile before.</source>
        <translation>منتخب خانے میں جو پہلے تھا وہ دکھاتا ہے۔</translation>
    </message>
    <message>
        <source>Forward in this tile</source>
        <translation>اس خانے میں آگے</translation>
    </message>
    <message>
        <source>Shows again what Back took away.</source>
        <translation>پیچھے جانے سے جو ہٹا تھا وہ پھر دکھاتا ہے۔</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>واپس</translation>
    </message>
    <message>
        <source>Takes the last change of the wall back.</source>
        <translation>دیوار کی آخری تبدیلی واپس لیتا ہے۔</translation>
    </message>
    <message>
        <source>Go to my wall</source>
        <translation>میری دیوار پر جائیں</translation>
    </message>
    <message>
        <source>Shows the wall that you begin with.</source>
        <translation>وہ دیوار دکھاتا ہے جس سے آپ آغاز کرتے ہیں۔</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>دوبارہ</translation>
    </message>
    <message>
        <source>Makes the change again that was taken back.</source>
        <translation>واپس لی گئی تبدیلی دوبارہ کرتا ہے۔</translation>
    </message>
    <message>
        <source>Start or stop the tour</source>
        <translation>ٹور شروع یا بند کریں</translation>
    </message>
    <message>
        <source>Shows cameras or walls in turn.</source>
        <translation>کیمرے یا دیواریں باری باری دکھاتا ہے۔</translation>
    </message>
    <message>
        <source>Hold the tour</source>
        <translation>ٹور ٹھہرائیں</translation>
    </message>
    <message>
        <source>Keeps the step that is shown, or lets the tour go on.</source>
        <translation>جو قدم سامنے ہے اسی پر ٹھہراتا ہے، یا ٹور آگے چلاتا ہے۔</translation>
    </message>
    <message>
        <source>Next step of the tour</source>
        <translation>ٹور کا اگلا قدم</translation>
    </message>
    <message>
        <source>Goes on at once.</source>
        <translation>فوراً آگے بڑھتا ہے۔</translation>
    </message>
    <message>
        <source>Previous step of the tour</source>
        <translation>ٹور کا پچھلا قدم</translation>
    </message>
    <message>
        <source>Goes a step back.</source>
        <translation>ایک قدم پیچھے جاتا ہے۔</translation>
    </message>
    <message>
        <source>Pin the tile</source>
        <translation>خانہ پن کریں</translation>
    </message>
    <message>
        <source>A pinned tile keeps its camera while a tour runs.</source>
        <translation>پن کیے ہوئے خانے کا کیمرہ ٹور کے دوران نہیں بدلتا۔</translation>
    </message>
    <message>
        <source>Tours…</source>
        <translation>ٹور…</translation>
    </message>
    <message>
        <source>Makes, changes and deletes tours.</source>
        <translation>ٹور بناتا، بدلتا اور مٹاتا ہے۔</translation>
    </message>
    <message>
        <source>Wall to another screen…</source>
        <translation>دیوار دوسری سکرین پر…</translation>
    </message>
    <message>
        <source>Shows this wall on another screen, filling it.</source>
        <translation>یہ دیوار دوسری پوری سکرین پر دکھاتا ہے۔</translation>
    </message>
    <message>
        <source>Camera to another screen…</source>
        <translation>کیمرہ دوسری سکرین پر…</translation>
    </message>
    <message>
        <source>Shows the selected camera alone on another screen, filling it.</source>
        <translation>صرف منتخب کیمرہ دوسری پوری سکرین پر دکھاتا ہے۔</translation>
    </message>
    <message>
        <source>Take back from other screens</source>
        <translation>دوسری سکرینوں سے واپس لیں</translation>
    </message>
    <message>
        <source>Closes the walls and cameras that stand on other screens.</source>
        <translation>دوسری سکرینوں کی دیواریں اور کیمرے بند کرتا ہے۔</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>تصویر بڑی کریں</translation>
    </message>
    <message>
        <source>Enlarges the selected picture, which then comes from the full stream.</source>
        <translation>منتخب تصویر بڑی کرتا ہے؛ تب وہ بڑی سٹریم سے آتی ہے۔</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>تصویر چھوٹی کریں</translation>
    </message>
    <message>
        <source>Shows more of the selected picture again.</source>
        <translation>منتخب تصویر کا زیادہ حصہ پھر دکھاتا ہے۔</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>پوری تصویر</translation>
    </message>
    <message>
        <source>Shows the whole of the selected picture.</source>
        <translation>منتخب تصویر پوری دکھاتا ہے۔</translation>
    </message>
    <message>
        <source>Stream figures of this tile</source>
        <translation>اس خانے کی سٹریم کے اعداد</translation>
    </message>
    <message>
        <source>Shows codec, size, rates, delay and the last error of the selected camera.</source>
        <translation>منتخب کیمرے کا کوڈیک، سائز، رفتار، تاخیر اور آخری خرابی دکھاتا ہے۔</translation>
    </message>
    <message>
        <source>Sound of this camera</source>
        <translation>اس کیمرے کی آواز</translation>
    </message>
    <message>
        <source>Lets the selected camera be heard, or silences it.</source>
        <translation>منتخب کیمرے کی آواز سناتا ہے، یا خاموش کرتا ہے۔</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>سٹریم</translation>
    </message>
    <message>
        <source>Goes to the table of all streams.</source>
        <translation>تمام سٹریم کے جدول پر جاتا ہے۔</translation>
    </message>
    <message>
        <source>Assign keys…</source>
        <translation>کنجیاں مقرر کریں…</translation>
    </message>
    <message>
        <source>Gives commands other keys.</source>
        <translation>کاموں کو دوسری کنجیاں دیتا ہے۔</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>واقعات</translation>
    </message>
    <message>
        <source>Goes to the incidents: what is open, and what was.</source>
        <translation>واقعات پر جاتا ہے: جو کھلے ہیں اور جو ہو چکے۔</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>تلاش بورڈ</translation>
    </message>
    <message>
        <source>Goes to the wanted persons, vehicles and missing children to look out for.</source>
        <translation>مطلوب افراد، گاڑیوں اور گمشدہ بچوں پر جاتا ہے جن پر نظر رکھنی ہے۔</translation>
    </message>
    <message>
        <source>Liaison</source>
        <translation>عوامی رابطہ</translation>
    </message>
    <message>
        <source>Goes to complaints, call-backs, contacts and consents.</source>
        <translation>شکایات، جوابی کالوں، رابطوں اور رضامندیوں پر جاتا ہے۔</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>حوالگی</translation>
    </message>
    <message>
        <source>Goes to the shift: checks, running log and handover.</source>
        <translation>شفٹ پر جاتا ہے: جانچ، رواں لاگ اور حوالگی۔</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>آڈٹ</translation>
    </message>
    <message>
        <source>Goes to the record of everything that was done at this console.</source>
        <translation>اس کنسول پر ہونے والے ہر کام کے ریکارڈ پر جاتا ہے۔</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>نیا واقعہ</translation>
    </message>
    <message>
        <source>Logs an incident with the selected camera, its place and a picture of now.</source>
        <translation>منتخب کیمرے، اس کی جگہ اور ابھی کی تصویر کے ساتھ واقعہ درج کرتا ہے۔</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>وصول کریں</translation>
    </message>
    <message>
        <source>Takes the first new incident into your hand.</source>
        <translation>پہلا نیا واقعہ آپ کے ہاتھ میں دیتا ہے۔</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>اگلا قدم</translation>
    </message>
    <message>
        <source>Takes the selected incident one step further.</source>
        <translation>منتخب واقعہ ایک قدم آگے بڑھاتا ہے۔</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>نوٹ</translation>
    </message>
    <message>
        <source>Adds a note to the selected incident.</source>
        <translation>منتخب واقعے میں نوٹ شامل کرتا ہے۔</translation>
    </message>
    <message>
        <source>Send a unit</source>
        <translation>یونٹ بھیجیں</translation>
    </message>
    <message>
        <source>Tells a unit of the selected incident and notes the time.</source>
        <translation>یونٹ کو منتخب واقعے کی اطلاع دیتا اور وقت نوٹ کرتا ہے۔</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>التوا</translation>
    </message>
    <message>
        <source>Lets the selected incident wait until a time.</source>
        <translation>منتخب واقعہ ایک وقت تک انتظار میں رکھتا ہے۔</translation>
    </message>
    <message>
        <source>Hoax</source>
        <translation>جھوٹی کال</translation>
    </message>
    <message>
        <source>Ends the selected incident as a hoax call.</source>
        <translation>منتخب واقعہ جھوٹی کال کے طور پر ختم کرتا ہے۔</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>پرنٹ</translation>
    </message>
    <message>
        <source>Writes the selected incident as a PDF.</source>
        <translation>منتخب واقعہ PDF میں لکھتا ہے۔</translation>
    </message>
    <message>
        <source>Search incidents</source>
        <translation>واقعات تلاش کریں</translation>
    </message>
    <message>
        <source>Goes to the search line of the incidents.</source>
        <translation>واقعات کے تلاش خانے پر جاتا ہے۔</translation>
    </message>
    <message>
        <source>New complaint</source>
        <translation>نئی شکایت</translation>
    </message>
    <message>
        <source>Takes in a citizen&apos;s complaint at the desk or by phone.</source>
        <translation>شہری کی شکایت ڈیسک پر یا فون سے درج کرتا ہے۔</translation>
    </message>
    <message>
        <source>Watch board beside the wall</source>
        <translation>دیوار کے ساتھ تلاش بورڈ</translation>
    </message>
    <message>
        <source>Shows or hides the board of watch notices beside the wall.</source>
        <translation>دیوار کے ساتھ تلاش نوٹسوں کا بورڈ دکھاتا یا چھپاتا ہے۔</translation>
    </message>
    <message>
        <source>New watch notice</source>
        <translation>نیا تلاش نوٹس</translation>
    </message>
    <message>
        <source>Posts a wanted person, a vehicle or a missing child.</source>
        <translation>مطلوب شخص، گاڑی یا گمشدہ بچے کا نوٹس لگاتا ہے۔</translation>
    </message>
    <message>
        <source>Line in the running log</source>
        <translation>رواں لاگ میں سطر</translation>
    </message>
    <message>
        <source>Adds a line to the running log of this shift.</source>
        <translation>اس شفٹ کے رواں لاگ میں ایک سطر شامل کرتا ہے۔</translation>
    </message>
    <message>
        <source>PTZ mode</source>
        <translation>پی ٹی زیڈ موڈ</translation>
    </message>
    <message>
        <source>Steers the selected camera on its picture: pull to turn, click to centre, Ctrl and pull a box or turn the wheel to zoom; arrows and PgUp, PgDn while held.</source>
        <translation>منتخب کیمرہ اس کی تصویر ہی پر کنٹرول کرتا ہے: گھمانے کے لیے کھینچیں، مرکز میں لانے کے لیے کلک کریں، زوم کے لیے Ctrl کے ساتھ خانہ کھینچیں یا پہیہ گھمائیں؛ تیر اور PgUp، PgDn دبے رہنے تک۔</translation>
    </message>
    <message>
        <source>Stop this camera</source>
        <translation>یہ کیمرہ روکیں</translation>
    </message>
    <message>
        <source>Stops the selected camera, whoever moves it.</source>
        <translation>منتخب کیمرہ روکتا ہے، چاہے اسے کوئی بھی گھما رہا ہو۔</translation>
    </message>
    <message>
        <source>Stop all cameras</source>
        <translation>تمام کیمرے روکیں</translation>
    </message>
    <message>
        <source>Stops every camera that this console moves.</source>
        <translation>وہ تمام کیمرے روکتا ہے جو یہ کنسول گھما رہا ہے۔</translation>
    </message>
    <message>
        <source>Camera to its home</source>
        <translation>کیمرہ ہوم پر</translation>
    </message>
    <message>
        <source>Turns the selected camera to its home position.</source>
        <translation>منتخب کیمرہ اس کی ہوم پوزیشن پر لے جاتا ہے۔</translation>
    </message>
    <message>
        <source>Patrol</source>
        <translation>گشت</translation>
    </message>
    <message>
        <source>Starts a patrol of the selected camera&apos;s presets, or stops it.</source>
        <translation>منتخب کیمرے کے پری سیٹوں کا گشت شروع یا بند کرتا ہے۔</translation>
    </message>
    <message>
        <source>Focus by itself</source>
        <translation>خودکار فوکس</translation>
    </message>
    <message>
        <source>Lets the selected camera focus by itself.</source>
        <translation>منتخب کیمرے کو خود فوکس کرنے دیتا ہے۔</translation>
    </message>
    <message>
        <source>Give the camera back</source>
        <translation>کیمرہ واپس دیں</translation>
    </message>
    <message>
        <source>Lets others steer the selected camera at once.</source>
        <translation>دوسروں کو منتخب کیمرہ فوراً گھمانے دیتا ہے۔</translation>
    </message>
    <message>
        <source>Discover cameras</source>
        <translation>کیمرے تلاش کریں</translation>
    </message>
    <message>
        <source>Looks for ONVIF cameras in the network and takes them into the list.</source>
        <translation>نیٹ ورک میں ONVIF کیمرے تلاش کر کے فہرست میں شامل کرتا ہے۔</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>مقفل کریں</translation>
    </message>
    <message>
        <source>Locks the console until you unlock it with PIN or password.</source>
        <translation>کنسول مقفل کرتا ہے، جب تک آپ PIN یا پاس ورڈ سے نہ کھولیں۔</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>سائن آؤٹ</translation>
    </message>
    <message>
        <source>Leaves the console; the next officer signs in.</source>
        <translation>کنسول چھوڑتا ہے؛ اگلا افسر سائن اِن کرتا ہے۔</translation>
    </message>
    <message>
        <source>Password and PIN</source>
        <translation>پاس ورڈ اور PIN</translation>
    </message>
    <message>
        <source>Changes your own password or PIN.</source>
        <translation>آپ کا اپنا پاس ورڈ یا PIN بدلتا ہے۔</translation>
    </message>
</context>
<context>
    <name>conditions</name>
    <message>
        <source>Live</source>
        <translation>چالو</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>تاخیر</translation>
    </message>
    <message>
        <source>Impaired</source>
        <translation>متاثر</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>جڑ رہا ہے</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>بند</translation>
    </message>
    <message>
        <source>Wrong password</source>
        <translation>غلط پاس ورڈ</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>بند کیا گیا</translation>
    </message>
</context>
<context>
    <name>discover</name>
    <message>
        <source>All networks of this computer</source>
        <translation>اس کمپیوٹر کے تمام نیٹ ورک</translation>
    </message>
    <message>
        <source>Also asks these addresses one by one, as cameras behind a router need it.</source>
        <translation>ان پتوں سے ایک ایک کر کے بھی پوچھتا ہے؛ راؤٹر کے پیچھے والے کیمروں کے لیے یہ ضروری ہے۔</translation>
    </message>
    <message>
        <source>Address ranges (optional)</source>
        <translation>پتوں کی حدود (اختیاری)</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>نیٹ ورک</translation>
    </message>
    <message>
        <source>{place}, {n}, {maker}, {model}, {name} and {address} are filled in.</source>
        <translation>یہ خود بھرے جاتے ہیں: {place}، {n}، {maker}، {model}، {name} اور {address}۔</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>User of all of them</source>
        <translation>سب کا صارف</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>پاس ورڈ</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>جگہ</translation>
    </message>
    <message>
        <source>Numbers from</source>
        <translation>نمبر کہاں سے</translation>
    </message>
</context>
<context>
    <name>effects</name>
    <message>
        <source>Now: {fps} pictures a second on {tiles} tiles, in the middle.</source>
        <translation>ابھی: {tiles} خانوں پر فی سیکنڈ درمیانی طور پر {fps} تصویریں۔</translation>
    </message>
    <message>
        <source>Now: {main} full pictures and {small} small streams run.</source>
        <translation>ابھی: {main} بڑی تصویریں اور {small} چھوٹی سٹریم چل رہی ہیں۔</translation>
    </message>
    <message>
        <source>Now: {parts}.</source>
        <translation>ابھی: {parts}۔</translation>
    </message>
    <message>
        <source>Now late: {count}.</source>
        <translation>ابھی تاخیر میں: {count}۔</translation>
    </message>
    <message>
        <source>Connections lost today: {count}.</source>
        <translation>آج ٹوٹے رابطے: {count}۔</translation>
    </message>
    <message>
        <source>Now slowed: {count} tiles.</source>
        <translation>ابھی سست: {count} خانے۔</translation>
    </message>
    <message>
        <source>Now: {own} % by this console, {all} % by everything on this computer.</source>
        <translation>ابھی: {own} فیصد اس کنسول سے، {all} فیصد کمپیوٹر پر سب کچھ ملا کر۔</translation>
    </message>
    <message>
        <source>Now: {ms} ms.</source>
        <translation>ابھی: {ms} ملی سیکنڈ۔</translation>
    </message>
    <message>
        <source>Now reported as bad: {count}.</source>
        <translation>ابھی خراب بتائی گئیں: {count}۔</translation>
    </message>
    <message>
        <source>Now no camera is heard.</source>
        <translation>ابھی کسی کیمرے کی آواز نہیں آ رہی۔</translation>
    </message>
    <message>
        <source>Now heard: camera {number} {name}.</source>
        <translation>ابھی آواز: کیمرہ {number} {name}۔</translation>
    </message>
    <message>
        <source>Cameras read by VLC now: {count}.</source>
        <translation>ابھی VLC سے پڑھے جانے والے کیمرے: {count}۔</translation>
    </message>
</context>
<context>
    <name>events</name>
    <message>
        <source>Motion</source>
        <translation>حرکت</translation>
    </message>
    <message>
        <source>The camera sees motion.</source>
        <translation>کیمرے کو حرکت نظر آ رہی ہے۔</translation>
    </message>
    <message>
        <source>Tampering</source>
        <translation>چھیڑ چھاڑ</translation>
    </message>
    <message>
        <source>The camera says that it is covered, turned or opened.</source>
        <translation>کیمرہ بتاتا ہے کہ اسے ڈھانپا، گھمایا یا کھولا گیا ہے۔</translation>
    </message>
    <message>
        <source>Scene changed</source>
        <translation>منظر بدل گیا</translation>
    </message>
    <message>
        <source>The camera says that its view has changed.</source>
        <translation>کیمرہ بتاتا ہے کہ اس کا منظر بدل گیا ہے۔</translation>
    </message>
    <message>
        <source>Not sharp</source>
        <translation>دھندلی</translation>
    </message>
    <message>
        <source>The camera says that its picture is not sharp.</source>
        <translation>کیمرہ بتاتا ہے کہ اس کی تصویر صاف نہیں۔</translation>
    </message>
    <message>
        <source>Too dark</source>
        <translation>بہت اندھیرا</translation>
    </message>
    <message>
        <source>The camera says that its picture is too dark.</source>
        <translation>کیمرہ بتاتا ہے کہ اس کی تصویر بہت اندھیری ہے۔</translation>
    </message>
    <message>
        <source>Too bright</source>
        <translation>بہت روشن</translation>
    </message>
    <message>
        <source>The camera says that its picture is too bright.</source>
        <translation>کیمرہ بتاتا ہے کہ اس کی تصویر بہت روشن ہے۔</translation>
    </message>
    <message>
        <source>Signal lost</source>
        <translation>سگنل نہیں</translation>
    </message>
    <message>
        <source>The camera says that it gets no video signal.</source>
        <translation>کیمرہ بتاتا ہے کہ اسے ویڈیو سگنل نہیں مل رہا۔</translation>
    </message>
    <message>
        <source>Alarm input</source>
        <translation>الارم اِن پٹ</translation>
    </message>
    <message>
        <source>A contact at the camera has switched.</source>
        <translation>کیمرے کے ایک کانٹیکٹ کی حالت بدلی ہے۔</translation>
    </message>
    <message>
        <source>Relay switched</source>
        <translation>ریلے بدلا</translation>
    </message>
    <message>
        <source>The camera has switched a relay.</source>
        <translation>کیمرے نے ایک ریلے آن یا بند کیا ہے۔</translation>
    </message>
    <message>
        <source>Storage fails</source>
        <translation>سٹوریج خراب</translation>
    </message>
    <message>
        <source>The camera says that its storage fails.</source>
        <translation>کیمرہ بتاتا ہے کہ اس کی سٹوریج کام نہیں کر رہی۔</translation>
    </message>
    <message>
        <source>Restarted</source>
        <translation>دوبارہ چلا</translation>
    </message>
    <message>
        <source>The camera has restarted.</source>
        <translation>کیمرہ دوبارہ چلا ہے۔</translation>
    </message>
    <message>
        <source>Clock set</source>
        <translation>گھڑی بدلی</translation>
    </message>
    <message>
        <source>The camera has set its clock.</source>
        <translation>کیمرے نے اپنی گھڑی بدلی ہے۔</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>دیگر</translation>
    </message>
    <message>
        <source>The camera tells something that this console has no word for.</source>
        <translation>کیمرہ ایسی بات بتاتا ہے جس کے لیے اس کنسول کے پاس لفظ نہیں۔</translation>
    </message>
    <message>
        <source>It began before this console listened.</source>
        <translation>یہ اس کنسول کے سننے سے پہلے شروع ہوا۔</translation>
    </message>
    <message>
        <source>It ended at {time}.</source>
        <translation>یہ {time} پر ختم ہوا۔</translation>
    </message>
    <message>
        <source>Told {count} times.</source>
        <translation>کیمرے نے {count} بار بتایا۔</translation>
    </message>
    <message>
        <source>Also told: {kinds}.</source>
        <translation>یہ بھی بتایا: {kinds}۔</translation>
    </message>
    <message>
        <source>{what} · {began}</source>
        <translation>{what} · {began}</translation>
    </message>
    <message>
        <source>{what} · since {began}</source>
        <translation>{what} · {began} سے</translation>
    </message>
    <message>
        <source>{what} · {began} to {ended}, ended by this console</source>
        <translation>{what} · {began} تا {ended}، اس کنسول نے ختم کیا</translation>
    </message>
    <message>
        <source>{what} · {began} to {ended}</source>
        <translation>{what} · {began} تا {ended}</translation>
    </message>
    <message>
        <source>{count} left out: it tells too much</source>
        <translation>{count} چھوڑ دیے گئے: کیمرہ بہت زیادہ بتاتا ہے</translation>
    </message>
</context>
<context>
    <name>format</name>
    <message>
        <source>{weekday} {day} {month}</source>
        <comment>date in the top strip</comment>
        <translation>{weekday} {day} {month}</translation>
    </message>
    <message>
        <source>{day} {month} {time}</source>
        <comment>date and time this year</comment>
        <translation>{day} {month} {time}</translation>
    </message>
    <message>
        <source>{day} {month} {year} {time}</source>
        <comment>date and time of another year</comment>
        <translation>{day} {month} {year} {time}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} سیکنڈ</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} منٹ</translation>
    </message>
    <message>
        <source>{hours} h {minutes}</source>
        <translation>{hours} گھنٹے {minutes}</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} دن</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>Click a tile to select it, drag it onto another to exchange the two, double-click it to see it large. Turn the wheel over a picture to enlarge it at the pointer, then drag to look round.</source>
        <translation>خانہ چننے کے لیے کلک کریں، دو خانے آپس میں بدلنے کے لیے ایک کو دوسرے پر گھسیٹیں، بڑا دیکھنے کے لیے دو بار کلک کریں۔ تصویر پر ماؤس کا پہیہ گھما کر اسی جگہ سے بڑی کریں، پھر گھسیٹ کر ادھر ادھر دیکھیں۔</translation>
    </message>
    <message>
        <source>All cameras with their places and states. Select one to change, test or remove it; a whole list comes in from a file and goes out to one.</source>
        <translation>تمام کیمرے، ان کی جگہ اور حالت کے ساتھ۔ بدلنے، آزمانے یا نکالنے کے لیے ایک منتخب کریں؛ پوری فہرست فائل سے لائی اور فائل میں نکالی جا سکتی ہے۔</translation>
    </message>
    <message>
        <source>Every change counts at once and is kept on this computer.</source>
        <translation>ہر تبدیلی فوراً لاگو ہوتی ہے اور اسی کمپیوٹر پر محفوظ رہتی ہے۔</translation>
    </message>
    <message>
        <source>What every camera sends and what is made of it: size, rates, delay, losses and the last error.</source>
        <translation>ہر کیمرہ کیا بھیجتا ہے اور اس سے کیا بنتا ہے: سائز، رفتار، تاخیر، نقصان اور آخری خرابی۔</translation>
    </message>
    <message>
        <source>Incidents: what is open and what was, each with everything that belongs to it. F2 logs a new one from anywhere.</source>
        <translation>واقعات: جو کھلے ہیں اور جو ہو چکے، ہر ایک اپنی تمام تفصیل کے ساتھ۔ کہیں سے بھی F2 سے نیا واقعہ درج ہوتا ہے۔</translation>
    </message>
    <message>
        <source>Persons, vehicles and missing children to look out for, each with who saw it.</source>
        <translation>افراد، گاڑیاں اور گمشدہ بچے جن پر نظر رکھنی ہے، ہر ایک کے ساتھ یہ کہ کس نے دیکھا۔</translation>
    </message>
    <message>
        <source>Complaints and call-backs, and the people and places a control room works with.</source>
        <translation>شکایات اور جوابی کالیں، اور وہ لوگ اور جگہیں جن کے ساتھ کنٹرول روم کام کرتا ہے۔</translation>
    </message>
    <message>
        <source>The shift: checks at its start, the running log, and the handover both officers sign.</source>
        <translation>شفٹ: آغاز کی جانچ، رواں لاگ، اور حوالگی جس پر دونوں افسر دستخط کرتے ہیں۔</translation>
    </message>
    <message>
        <source>Everything that was done at this console, in a chain that cannot be rewritten unseen.</source>
        <translation>جو کچھ اس کنسول پر کیا گیا، ایسی زنجیر میں جسے چھپ کر دوبارہ نہیں لکھا جا سکتا۔</translation>
    </message>
</context>
<context>
    <name>incidents</name>
    <message>
        <source>New</source>
        <translation>نیا</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>دیکھ لیا گیا</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>تصدیق شدہ</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>یونٹ روانہ</translation>
    </message>
    <message>
        <source>On scene</source>
        <translation>موقع پر</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>حل شدہ</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>بند</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>غلط الارم</translation>
    </message>
    <message>
        <source>Hoax</source>
        <translation>جھوٹی کال</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>دہرا اندراج</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>منتقل شدہ</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>وصول کریں</translation>
    </message>
    <message>
        <source>Send a unit</source>
        <translation>یونٹ بھیجیں</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>حل کریں</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
    <message>
        <source>Duplicate of…</source>
        <translation>کس کا دہرا…</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>منتقل کریں…</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>شخص</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>املاک</translation>
    </message>
    <message>
        <source>Public order</source>
        <translation>امن عامہ</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>ٹریفک</translation>
    </message>
    <message>
        <source>Women &amp; children</source>
        <translation>خواتین اور بچے</translation>
    </message>
    <message>
        <source>Drugs</source>
        <translation>منشیات</translation>
    </message>
    <message>
        <source>Cyber and fake IDs</source>
        <translation>سائبر اور جعلی آئی ڈی</translation>
    </message>
    <message>
        <source>Missing or found</source>
        <translation>گمشدہ یا ملا ہوا</translation>
    </message>
    <message>
        <source>Suspicious</source>
        <translation>مشکوک</translation>
    </message>
    <message>
        <source>Hoax call</source>
        <translation>جھوٹی کال</translation>
    </message>
    <message>
        <source>Police misconduct</source>
        <translation>پولیس مس کنڈکٹ</translation>
    </message>
    <message>
        <source>SOS, red alert</source>
        <translation>ریڈ الرٹ (SOS)</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>اطلاع</translation>
    </message>
    <message>
        <source>life</source>
        <translation>جان</translation>
    </message>
    <message>
        <source>Life is in danger.</source>
        <translation>جان خطرے میں ہے۔</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ابھی</translation>
    </message>
    <message>
        <source>It is going on now.</source>
        <translation>واقعہ اس وقت جاری ہے۔</translation>
    </message>
    <message>
        <source>after</source>
        <translation>بعد میں</translation>
    </message>
    <message>
        <source>It is over; this comes after the fact.</source>
        <translation>واقعہ ہو چکا؛ اطلاع بعد میں آئی ہے۔</translation>
    </message>
    <message>
        <source>note</source>
        <translation>نوٹ</translation>
    </message>
    <message>
        <source>It is information only.</source>
        <translation>یہ صرف اطلاع ہے۔</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>کیمرہ</translation>
    </message>
    <message>
        <source>15 call</source>
        <translation>15 کال</translation>
    </message>
    <message>
        <source>Patrol</source>
        <translation>گشت</translation>
    </message>
    <message>
        <source>Committee</source>
        <translation>کمیٹی</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>شہری</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>فون</translation>
    </message>
    <message>
        <source>Journalist</source>
        <translation>صحافی</translation>
    </message>
    <message>
        <source>SOS button</source>
        <translation>ہنگامی بٹن (SOS)</translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation>اینالیٹکس</translation>
    </message>
    <message>
        <source>Rescue 1122</source>
        <translation>ریسکیو 1122</translation>
    </message>
    <message>
        <source>Traffic police</source>
        <translation>ٹریفک پولیس</translation>
    </message>
    <message>
        <source>NCCIA (cyber crime)</source>
        <translation>سائبر کرائم (NCCIA)</translation>
    </message>
    <message>
        <source>Women&apos;s desk</source>
        <translation>خواتین ڈیسک</translation>
    </message>
    <message>
        <source>Police station</source>
        <translation>تھانہ</translation>
    </message>
    <message>
        <source>Power office</source>
        <translation>محکمہ برقیات</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>گاڑی</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>کالر</translation>
    </message>
    <message>
        <source>Victim</source>
        <translation>متاثرہ</translation>
    </message>
    <message>
        <source>Suspect</source>
        <translation>مشتبہ</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>گواہ</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>دیگر</translation>
    </message>
    <message>
        <source>What</source>
        <translation>کیا ہوا</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>How grave</source>
        <translation>سنگینی</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>جگہ</translation>
    </message>
    <message>
        <source>Beat</source>
        <translation>بیٹ</translation>
    </message>
    <message>
        <source>Rapat no.</source>
        <translation>رپٹ نمبر</translation>
    </message>
    <message>
        <source>FIR no.</source>
        <translation>نمبر FIR</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>نتیجہ</translation>
    </message>
    <message>
        <source>Worked by</source>
        <translation>ذمہ دار افسر</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>ذریعہ اطلاع</translation>
    </message>
    <message>
        <source>Named officer</source>
        <translation>نامزد افسر</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>کب ہوا</translation>
    </message>
    <message>
        <source>Caller&apos;s name</source>
        <translation>کالر کا نام</translation>
    </message>
    <message>
        <source>Caller&apos;s phone</source>
        <translation>کالر کا فون</translation>
    </message>
    <message>
        <source>On hold until {time}</source>
        <translation>التوا میں، {time} تک</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>التوا میں</translation>
    </message>
    <message>
        <source>{state} · open for {age}</source>
        <translation>{state} · {age} سے کھلا</translation>
    </message>
    <message>
        <source>Late: {what}, aim {aim}</source>
        <translation>تاخیر: {what}، ہدف {aim}</translation>
    </message>
    <message>
        <source>late {time}</source>
        <translation>تاخیر {time}</translation>
    </message>
    <message>
        <source>{what}, aim {aim}</source>
        <translation>{what}، ہدف {aim}</translation>
    </message>
    <message>
        <source>Acknowledge {time}</source>
        <translation>وصولی {time}</translation>
    </message>
    <message>
        <source>Send a unit {time}</source>
        <translation>یونٹ بھیجیں {time}</translation>
    </message>
    <message>
        <source>On the way {time}</source>
        <translation>راستے میں {time}</translation>
    </message>
    <message>
        <source>{state} {time}</source>
        <translation>{state} {time}</translation>
    </message>
    <message>
        <source>Seen on a camera, entered by {badge}</source>
        <translation>کیمرے پر دیکھا گیا، اندراج {badge} نے کیا</translation>
    </message>
    <message>
        <source>Reported by {source}, entered by {badge}</source>
        <translation>اطلاع بذریعہ {source}، اندراج {badge} نے کیا</translation>
    </message>
    <message>
        <source>Entered by {badge}</source>
        <translation>اندراج {badge} نے کیا</translation>
    </message>
    <message>
        <source>Seen by {badge}</source>
        <translation>{badge} نے دیکھ لیا</translation>
    </message>
    <message>
        <source>Verified on camera by {badge}</source>
        <translation>{badge} نے کیمرے پر تصدیق کی</translation>
    </message>
    <message>
        <source>Dispatched by {badge}</source>
        <translation>{badge} نے یونٹ روانہ کیا</translation>
    </message>
    <message>
        <source>A unit is on scene</source>
        <translation>یونٹ موقع پر ہے</translation>
    </message>
    <message>
        <source>Resolved by {badge}</source>
        <translation>{badge} نے حل کیا</translation>
    </message>
    <message>
        <source>Closed by {badge}</source>
        <translation>{badge} نے بند کیا</translation>
    </message>
    <message>
        <source>Ended as a false alarm by {badge}</source>
        <translation>{badge} نے غلط الارم کہہ کر ختم کیا</translation>
    </message>
    <message>
        <source>Ended as a hoax call by {badge}</source>
        <translation>{badge} نے جھوٹی کال کہہ کر ختم کیا</translation>
    </message>
    <message>
        <source>Ended as a duplicate by {badge}</source>
        <translation>{badge} نے دہرا اندراج کہہ کر ختم کیا</translation>
    </message>
    <message>
        <source>Handed to {whom} by {badge}</source>
        <translation>{badge} نے {whom} کے حوالے کیا</translation>
    </message>
    <message>
        <source>Changed by {badge}</source>
        <translation>{badge} نے تبدیل کیا</translation>
    </message>
    <message>
        <source>{field_word} changed by {badge}</source>
        <translation>تبدیلی {badge} نے کی: {field_word}</translation>
    </message>
    <message>
        <source>{field_word}: {after_word}, by {badge}</source>
        <translation>{field_word}: {after_word}، اندراج {badge}</translation>
    </message>
    <message>
        <source>{field_word}: {before_word} is now {after_word}, by {badge}</source>
        <translation>{field_word}: {before_word} کی جگہ اب {after_word}، تبدیلی {badge}</translation>
    </message>
    <message>
        <source>Linked to watch notice {label} by {badge}</source>
        <translation>{badge} نے تلاش نوٹس {label} سے جوڑا</translation>
    </message>
    <message>
        <source>Linked to fault {label} by {badge}</source>
        <translation>{badge} نے خرابی {label} سے جوڑا</translation>
    </message>
    <message>
        <source>Linked to {label} by {badge}</source>
        <translation>{badge} نے {label} سے جوڑا</translation>
    </message>
    <message>
        <source>The clip of 1 camera, {from_at} to {to_at}, is to be kept</source>
        <translation>1 کیمرے کا کلپ، {from_at} تا {to_at}، محفوظ رکھنا ہے</translation>
    </message>
    <message>
        <source>The clips of {count} cameras, {from_at} to {to_at}, are to be kept</source>
        <translation>{count} کیمروں کے کلپ، {from_at} تا {to_at}، محفوظ رکھنے ہیں</translation>
    </message>
    <message>
        <source>Clip of {camera}, {from_at} to {to_at}, to be kept until {until}</source>
        <translation>{camera} کا کلپ، {from_at} تا {to_at}، {until} تک محفوظ رکھنا ہے</translation>
    </message>
    <message>
        <source>Clip of {camera}, {from_at} to {to_at}, to be kept</source>
        <translation>{camera} کا کلپ، {from_at} تا {to_at}، محفوظ رکھنا ہے</translation>
    </message>
    <message>
        <source>A person or vehicle was added, sealed, by {badge}</source>
        <translation>{badge} نے ایک شخص یا گاڑی شامل کی، سربمہر</translation>
    </message>
    <message>
        <source>A person or vehicle was added by {badge}</source>
        <translation>{badge} نے ایک شخص یا گاڑی شامل کی</translation>
    </message>
    <message>
        <source>Linked {camera}, by {badge}</source>
        <translation>{badge} نے {camera} جوڑا</translation>
    </message>
    <message>
        <source>1 camera noted with its state at that minute; down: {down}</source>
        <translation>1 کیمرہ اس وقت کی حالت کے ساتھ درج؛ بند: {down}</translation>
    </message>
    <message>
        <source>{count} cameras noted with their state at that minute; down: {down}</source>
        <translation>{count} کیمرے اس وقت کی حالت کے ساتھ درج؛ بند: {down}</translation>
    </message>
    <message>
        <source>Note by {badge}</source>
        <translation>{badge} کا نوٹ</translation>
    </message>
    <message>
        <source>{unit} told by {badge}</source>
        <translation>{badge} نے {unit} کو اطلاع دی</translation>
    </message>
    <message>
        <source>{unit} is on scene</source>
        <translation>{unit} موقع پر ہے</translation>
    </message>
    <message>
        <source>{unit} is clear</source>
        <translation>{unit} فارغ ہے</translation>
    </message>
    <message>
        <source>Done: {step}, by {badge}</source>
        <translation>مکمل: {step}، از {badge}</translation>
    </message>
    <message>
        <source>Open again: {step}, by {badge}</source>
        <translation>دوبارہ کھولا: {step}، از {badge}</translation>
    </message>
    <message>
        <source>Unlinked {camera}, by {badge}</source>
        <translation>{badge} نے {camera} الگ کیا</translation>
    </message>
    <message>
        <source>Clip of {camera} unlocked by {badge} and {second}</source>
        <translation>{camera} کے کلپ کا قفل {badge} اور {second} نے کھولا</translation>
    </message>
    <message>
        <source>A party was removed by {badge}</source>
        <translation>{badge} نے ایک شخص یا گاڑی ہٹائی</translation>
    </message>
    <message>
        <source>File kept: {name}</source>
        <translation>فائل محفوظ: {name}</translation>
    </message>
    <message>
        <source>The caller was called back by {badge}</source>
        <translation>{badge} نے کالر کو جوابی کال کی</translation>
    </message>
    <message>
        <source>On hold until {until}, by {badge}</source>
        <translation>التوا میں {until} تک، از {badge}</translation>
    </message>
    <message>
        <source>The hold was ended by {badge}</source>
        <translation>{badge} نے التوا ختم کیا</translation>
    </message>
    <message>
        <source>The identities were sealed by {badge}</source>
        <translation>{badge} نے شناختیں سربمہر کیں</translation>
    </message>
    <message>
        <source>Made known to: {whom}</source>
        <translation>اطلاع دی گئی: {whom}</translation>
    </message>
    <message>
        <source>The sealed identity was opened by {badge}</source>
        <translation>{badge} نے سربمہر شناخت کھولی</translation>
    </message>
    <message>
        <source>Reviewed by {badge}</source>
        <translation>{badge} نے جائزہ لیا</translation>
    </message>
    <message>
        <source>Printed by {badge}</source>
        <translation>{badge} نے پرنٹ کیا</translation>
    </message>
    <message>
        <source>camera {number}</source>
        <translation>کیمرہ {number}</translation>
    </message>
    <message>
        <source>seen by {badge}</source>
        <translation>{badge} نے دیکھ لیا</translation>
    </message>
    <message>
        <source>handed to {whom}</source>
        <translation>{whom} کے حوالے</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>ابھی نہیں دیکھا گیا</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>دیکھ لیا گیا</translation>
    </message>
    <message>
        <source>verified on camera</source>
        <translation>کیمرے پر تصدیق شدہ</translation>
    </message>
    <message>
        <source>unit on the way</source>
        <translation>یونٹ راستے میں</translation>
    </message>
    <message>
        <source>unit on scene</source>
        <translation>یونٹ موقع پر</translation>
    </message>
    <message>
        <source>resolved, not closed yet</source>
        <translation>حل شدہ، ابھی بند نہیں</translation>
    </message>
    <message>
        <source>the same as another</source>
        <translation>دہرا اندراج</translation>
    </message>
    <message>
        <source>identity sealed</source>
        <translation>شناخت سربمہر</translation>
    </message>
    <message>
        <source>for the district head only</source>
        <translation>صرف ضلعی سربراہ کے لیے</translation>
    </message>
    <message>
        <source>FIR {number}</source>
        <translation>نمبر FIR {number}</translation>
    </message>
</context>
<context>
    <name>joystick</name>
    <message>
        <source>Export the joystick&apos;s arrangement</source>
        <translation>جوائے اسٹک کی ترتیب فائل میں نکالیں</translation>
    </message>
    <message>
        <source>Choose an arrangement of a joystick</source>
        <translation>جوائے اسٹک کی ترتیب منتخب کریں</translation>
    </message>
    <message>
        <source>Joystick arrangements (*.json)</source>
        <translation>جوائے اسٹک کی ترتیبیں (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>تمام فائلیں (*)</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>کچھ نہیں</translation>
    </message>
    <message>
        <source>Pan, left and right</source>
        <translation>گھمانا، دائیں بائیں</translation>
    </message>
    <message>
        <source>Tilt, up and down</source>
        <translation>جھکانا، اوپر نیچے</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>زوم</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>فوکس</translation>
    </message>
    <message>
        <source>Preset {number}</source>
        <translation>پری سیٹ {number}</translation>
    </message>
    <message>
        <source>Take the cameras</source>
        <translation>کیمرے سنبھالیں</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>روکیں</translation>
    </message>
    <message>
        <source>Axis {number}</source>
        <translation>محور {number}</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Camera 12 into the selected tile</source>
        <translation>کیمرہ 12 منتخب خانے میں</translation>
    </message>
    <message>
        <source>Camera 12 into tile 3</source>
        <translation>کیمرہ 12 خانہ 3 میں</translation>
    </message>
    <message>
        <source>Select tile 3</source>
        <translation>خانہ 3 منتخب کریں</translation>
    </message>
    <message>
        <source>Move the selection; in PTZ mode turn the camera while held</source>
        <translation>انتخاب ہٹائیں؛ پی ٹی زیڈ موڈ میں دبائے رکھنے تک کیمرہ گھمائیں</translation>
    </message>
    <message>
        <source>Zoom the camera in PTZ mode while held</source>
        <translation>پی ٹی زیڈ موڈ میں دبائے رکھنے تک کیمرہ زوم کریں</translation>
    </message>
    <message>
        <source>Preset 5 of the selected camera</source>
        <translation>منتخب کیمرے کا پری سیٹ 5</translation>
    </message>
    <message>
        <source>Store the view as preset 5, after a question</source>
        <translation>موجودہ منظر پری سیٹ 5 میں محفوظ کریں، پوچھنے کے بعد</translation>
    </message>
    <message>
        <source>Stop the camera, clear what was typed, show the whole picture, leave the large view</source>
        <translation>کیمرہ روکیں، لکھا ہوا مٹائیں، پوری تصویر دکھائیں، بڑا منظر چھوڑیں</translation>
    </message>
    <message>
        <source>Previous camera</source>
        <translation>پچھلا کیمرہ</translation>
    </message>
    <message>
        <source>Hold a tour, or let it go on</source>
        <translation>ٹور ٹھہرائیں یا آگے چلائیں</translation>
    </message>
    <message>
        <source>Look round in an enlarged picture</source>
        <translation>بڑی کی ہوئی تصویر میں ادھر ادھر دیکھیں</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>کنجی شامل کریں</translation>
    </message>
    <message>
        <source>Press the key…</source>
        <translation>کنجی دبائیں…</translation>
    </message>
    <message>
        <source>Add a key for “{command}”</source>
        <translation>”{command}“ کے لیے کنجی شامل کریں</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>پہلے جیسا</translation>
    </message>
    <message>
        <source>Gives this command its first keys again.</source>
        <translation>اس کام کو اس کی پہلی کنجیاں واپس دیتا ہے۔</translation>
    </message>
    <message>
        <source>Move it here</source>
        <translation>یہاں لائیں</translation>
    </message>
    <message>
        <source>Leave it there</source>
        <translation>وہیں رہنے دیں</translation>
    </message>
    <message>
        <source>{key} belongs to “{command}”.</source>
        <translation>‏{key} کنجی ”{command}“ کی ہے۔</translation>
    </message>
    <message>
        <source>Take {key} away</source>
        <translation>‏{key} ہٹائیں</translation>
    </message>
    <message>
        <source>{key} stays with “{command}”.</source>
        <translation>‏{key} کنجی ”{command}“ ہی کی رہے گی۔</translation>
    </message>
</context>
<context>
    <name>layers</name>
    <message>
        <source>Name is known</source>
        <translation>نام معلوم ہے</translation>
    </message>
    <message>
        <source>There is a way to it</source>
        <translation>اس تک راستہ ہے</translation>
    </message>
    <message>
        <source>Its port answers</source>
        <translation>پورٹ جواب دیتی ہے</translation>
    </message>
    <message>
        <source>It speaks RTSP</source>
        <translation>‏RTSP بولتا ہے</translation>
    </message>
    <message>
        <source>The login is accepted</source>
        <translation>لاگ اِن قبول ہوا</translation>
    </message>
    <message>
        <source>It has this stream</source>
        <translation>یہ سٹریم موجود ہے</translation>
    </message>
    <message>
        <source>Video arrives</source>
        <translation>ویڈیو آ رہی ہے</translation>
    </message>
    <message>
        <source>A whole picture arrives</source>
        <translation>پوری تصویر آ رہی ہے</translation>
    </message>
    <message>
        <source>The picture can be shown</source>
        <translation>تصویر دکھائی جا سکتی ہے</translation>
    </message>
    <message>
        <source>Its clock is right</source>
        <translation>اس کی گھڑی درست ہے</translation>
    </message>
    <message>
        <source>The picture is good</source>
        <translation>تصویر اچھی ہے</translation>
    </message>
</context>
<context>
    <name>liaison</name>
    <message>
        <source>New complaint</source>
        <translation>نئی شکایت</translation>
    </message>
    <message>
        <source>Take the complaint in</source>
        <translation>شکایت درج کریں</translation>
    </message>
    <message>
        <source>Footage is asked for</source>
        <translation>فوٹیج کی درخواست</translation>
    </message>
    <message>
        <source>Note the request</source>
        <translation>درخواست درج کریں</translation>
    </message>
    <message>
        <source>Answer of {label}</source>
        <translation>درخواست {label} کا جواب</translation>
    </message>
    <message>
        <source>Note the answer</source>
        <translation>جواب درج کریں</translation>
    </message>
    <message>
        <source>A consent</source>
        <translation>رضامندی</translation>
    </message>
    <message>
        <source>Note the consent</source>
        <translation>رضامندی درج کریں</translation>
    </message>
    <message>
        <source>{name} withdraws the consent</source>
        <translation>{name} رضامندی واپس لیتا ہے</translation>
    </message>
    <message>
        <source>Withdraw the consent</source>
        <translation>رضامندی واپس لیں</translation>
    </message>
    <message>
        <source>Change the contact</source>
        <translation>رابطہ تبدیل کریں</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>نیا رابطہ</translation>
    </message>
    <message>
        <source>Save the contact</source>
        <translation>رابطہ محفوظ کریں</translation>
    </message>
    <message>
        <source>Change the committee</source>
        <translation>کمیٹی تبدیل کریں</translation>
    </message>
    <message>
        <source>New committee</source>
        <translation>نئی کمیٹی</translation>
    </message>
    <message>
        <source>Save the committee</source>
        <translation>کمیٹی محفوظ کریں</translation>
    </message>
    <message>
        <source>A committee met</source>
        <translation>کمیٹی کا اجلاس ہوا</translation>
    </message>
    <message>
        <source>Note the meeting</source>
        <translation>اجلاس درج کریں</translation>
    </message>
    <message>
        <source>No place</source>
        <translation>کوئی جگہ نہیں</translation>
    </message>
    <message>
        <source>Committee member</source>
        <translation>کمیٹی کا رکن</translation>
    </message>
    <message>
        <source>Shop with cameras</source>
        <translation>کیمروں والی دکان</translation>
    </message>
    <message>
        <source>Elder</source>
        <translation>معزز علاقہ</translation>
    </message>
    <message>
        <source>Power office</source>
        <translation>محکمہ برقیات</translation>
    </message>
    <message>
        <source>Rescue 1122</source>
        <translation>ریسکیو 1122</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>ہسپتال</translation>
    </message>
    <message>
        <source>School</source>
        <translation>سکول</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>دیگر</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>انتظار میں</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>دی گئی</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>انکار</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>نافذ</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>ختم</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>واپس لی گئی</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>مانگی گئی</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>جواب ملا</translation>
    </message>
    <message>
        <source>Consent given</source>
        <translation>رضامندی دی گئی</translation>
    </message>
    <message>
        <source>Consent changed</source>
        <translation>رضامندی بدلی گئی</translation>
    </message>
    <message>
        <source>Consent withdrawn</source>
        <translation>رضامندی واپس لی گئی</translation>
    </message>
    <message>
        <source>Within a day</source>
        <translation>ایک دن کے اندر</translation>
    </message>
    <message>
        <source>Within three days</source>
        <translation>تین دن کے اندر</translation>
    </message>
    <message>
        <source>Within a week</source>
        <translation>ایک ہفتے کے اندر</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>بعد میں</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>ابھی کھلا</translation>
    </message>
    <message>
        <source>Late by {age}</source>
        <translation>{age} تاخیر</translation>
    </message>
    <message>
        <source>Due in {age}</source>
        <translation>{age} باقی</translation>
    </message>
</context>
<context>
    <name>onvif</name>
    <message>
        <source>{maker} {model}, firmware {firmware}.</source>
        <translation>بنانے والا {maker}، ماڈل {model}، فرم ویئر {firmware}۔</translation>
    </message>
    <message>
        <source>It can be steered.</source>
        <translation>اسے گھمایا جا سکتا ہے۔</translation>
    </message>
    <message>
        <source>It cannot be steered.</source>
        <translation>اسے گھمایا نہیں جا سکتا۔</translation>
    </message>
    <message>
        <source>It tells events.</source>
        <translation>یہ ایونٹ بتاتا ہے۔</translation>
    </message>
    <message>
        <source>Its certificate is kept from now on: {print}.</source>
        <translation>اس کا سرٹیفکیٹ اب سے محفوظ ہے: {print}۔</translation>
    </message>
    <message>
        <source>Its clock is right to {seconds} s.</source>
        <translation>اس کی گھڑی {seconds} سیکنڈ تک درست ہے۔</translation>
    </message>
    <message>
        <source>Its clock is {seconds} s ahead of this console.</source>
        <translation>اس کی گھڑی اس کنسول سے {seconds} سیکنڈ آگے ہے۔</translation>
    </message>
    <message>
        <source>Its clock is {seconds} s behind this console.</source>
        <translation>اس کی گھڑی اس کنسول سے {seconds} سیکنڈ پیچھے ہے۔</translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message>
        <source>Your role does not allow this.</source>
        <translation>آپ کا کردار اس کی اجازت نہیں دیتا۔</translation>
    </message>
    <message>
        <source>Only on the Wall page.</source>
        <translation>صرف دیوار کے صفحے پر۔</translation>
    </message>
    <message>
        <source>There is no camera yet.</source>
        <translation>ابھی کوئی کیمرہ نہیں۔</translation>
    </message>
    <message>
        <source>No camera is selected.</source>
        <translation>کوئی کیمرہ منتخب نہیں۔</translation>
    </message>
    <message>
        <source>The selected camera shows no picture.</source>
        <translation>منتخب کیمرہ کوئی تصویر نہیں دکھا رہا۔</translation>
    </message>
    <message>
        <source>No wall is kept yet.</source>
        <translation>ابھی کوئی دیوار محفوظ نہیں۔</translation>
    </message>
    <message>
        <source>This camera was removed meanwhile.</source>
        <translation>یہ کیمرہ اس دوران نکال دیا گیا۔</translation>
    </message>
    <message>
        <source>{count} cameras</source>
        <translation>{count} کیمرے</translation>
    </message>
    <message>
        <source>1 camera</source>
        <translation>ایک کیمرہ</translation>
    </message>
    <message>
        <source>This wall was deleted meanwhile.</source>
        <translation>یہ دیوار اس دوران مٹا دی گئی۔</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>کیمرہ</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>جگہ</translation>
    </message>
    <message>
        <source>Watch notice</source>
        <translation>تلاش نوٹس</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>رابطہ</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>دیوار</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>ترتیب</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>ٹور</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>واقعہ</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>صفحہ</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>کام</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>ترتیبات</translation>
    </message>
    <message>
        <source>1 tile</source>
        <translation>ایک خانہ</translation>
    </message>
    <message>
        <source>{count} tiles</source>
        <translation>{count} خانے</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>ایک قدم</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>{count} قدم</translation>
    </message>
    <message>
        <source>This tour was deleted meanwhile.</source>
        <translation>یہ ٹور اس دوران مٹا دیا گیا۔</translation>
    </message>
</context>
<context>
    <name>parent</name>
    <message>
        <source> s</source>
        <translation> سیکنڈ</translation>
    </message>
</context>
<context>
    <name>permissions</name>
    <message>
        <source>See cameras</source>
        <translation>کیمرے دیکھنا</translation>
    </message>
    <message>
        <source>Live pictures and sound, of all cameras or of some groups.</source>
        <translation>تمام یا بعض گروپوں کے کیمروں کی براہِ راست تصویر اور آواز۔</translation>
    </message>
    <message>
        <source>Arrange the wall</source>
        <translation>دیوار ترتیب دینا</translation>
    </message>
    <message>
        <source>Layouts, saved walls, tours and other screens.</source>
        <translation>ترتیبیں، محفوظ دیواریں، ٹور اور دوسری سکرینیں۔</translation>
    </message>
    <message>
        <source>Take snapshots</source>
        <translation>تصویر محفوظ کرنا</translation>
    </message>
    <message>
        <source>Keep single pictures, of all cameras or of some groups.</source>
        <translation>تمام یا بعض گروپوں کے کیمروں کی ایک ایک تصویر محفوظ کرنا۔</translation>
    </message>
    <message>
        <source>Steer cameras</source>
        <translation>کیمرے گھمانا</translation>
    </message>
    <message>
        <source>Turn, tilt, zoom and go to presets, of all cameras or of some groups.</source>
        <translation>تمام یا بعض گروپوں کے کیمرے گھمانا، جھکانا، زوم کرنا اور پری سیٹ پر لے جانا۔</translation>
    </message>
    <message>
        <source>Enter privacy sectors</source>
        <translation>پرائیویسی سیکٹر میں جانا</translation>
    </message>
    <message>
        <source>Steer cameras into privacy sectors, and draw these.</source>
        <translation>کیمرے پرائیویسی سیکٹر کی طرف گھمانا، اور یہ سیکٹر بنانا۔</translation>
    </message>
    <message>
        <source>Edit presets</source>
        <translation>پری سیٹ بدلنا</translation>
    </message>
    <message>
        <source>Presets, home and patrols, of all cameras or of some groups.</source>
        <translation>تمام یا بعض گروپوں کے کیمروں کے پری سیٹ، ہوم اور گشت۔</translation>
    </message>
    <message>
        <source>Edit cameras</source>
        <translation>کیمرے تبدیل کرنا</translation>
    </message>
    <message>
        <source>Add, change, import and remove cameras with their logins.</source>
        <translation>کیمرے اور ان کے لاگ اِن شامل کرنا، بدلنا، لانا اور نکالنا۔</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>ترتیبات بدلنا</translation>
    </message>
    <message>
        <source>Settings of this console and its keys.</source>
        <translation>اس کنسول کی ترتیبات اور کنجیاں۔</translation>
    </message>
    <message>
        <source>Log incidents</source>
        <translation>واقعات درج کرنا</translation>
    </message>
    <message>
        <source>Enter and read incidents, and add notes.</source>
        <translation>واقعات درج کرنا اور پڑھنا، اور نوٹ لکھنا۔</translation>
    </message>
    <message>
        <source>Work incidents</source>
        <translation>واقعات پر کارروائی</translation>
    </message>
    <message>
        <source>Take incidents through their steps, send units, hold and link.</source>
        <translation>واقعات کو قدم بہ قدم آگے بڑھانا، یونٹ بھیجنا، التوا میں رکھنا اور جوڑنا۔</translation>
    </message>
    <message>
        <source>Review incidents</source>
        <translation>واقعات کا جائزہ</translation>
    </message>
    <message>
        <source>A supervisor&apos;s review; resolve with steps open, and reopen.</source>
        <translation>سپروائزر کا جائزہ؛ باقی اقدامات کے ساتھ حل کرنا، اور دوبارہ کھولنا۔</translation>
    </message>
    <message>
        <source>Open sealed identities</source>
        <translation>سربمہر شناختیں کھولنا</translation>
    </message>
    <message>
        <source>Identities of women and children; every opening is kept in the audit.</source>
        <translation>خواتین اور بچوں کی شناختیں؛ ہر بار کھولنا آڈٹ میں درج ہوتا ہے۔</translation>
    </message>
    <message>
        <source>See police misconduct</source>
        <translation>پولیس مس کنڈکٹ دیکھنا</translation>
    </message>
    <message>
        <source>Cases about officers; never shown to whom they name.</source>
        <translation>افسروں کے خلاف کیس؛ جس کا نام ہو اسے کبھی نہیں دکھائے جاتے۔</translation>
    </message>
    <message>
        <source>Edit procedures</source>
        <translation>طریقہ کار بدلنا</translation>
    </message>
    <message>
        <source>Checklists, categories and response targets.</source>
        <translation>چیک لسٹیں، اقسام اور جوابی وقت کے ہدف۔</translation>
    </message>
    <message>
        <source>Edit places</source>
        <translation>جگہیں بدلنا</translation>
    </message>
    <message>
        <source>Sites, units, contacts and committees.</source>
        <translation>جگہیں، یونٹ، رابطے اور کمیٹیاں۔</translation>
    </message>
    <message>
        <source>Take complaints</source>
        <translation>شکایات لینا</translation>
    </message>
    <message>
        <source>Complaints and footage requests of citizens.</source>
        <translation>شہریوں کی شکایات اور فوٹیج کی درخواستیں۔</translation>
    </message>
    <message>
        <source>Post watch notices</source>
        <translation>تلاش نوٹس لگانا</translation>
    </message>
    <message>
        <source>Wanted persons, plates and missing children on the board.</source>
        <translation>مطلوب افراد، نمبر پلیٹیں اور گمشدہ بچے بورڈ پر۔</translation>
    </message>
    <message>
        <source>Take duty</source>
        <translation>ڈیوٹی لینا</translation>
    </message>
    <message>
        <source>Begin a shift, keep its log and hand it over.</source>
        <translation>شفٹ شروع کرنا، اس کا رواں لاگ رکھنا اور حوالے کرنا۔</translation>
    </message>
    <message>
        <source>Print reports</source>
        <translation>رپورٹیں پرنٹ کرنا</translation>
    </message>
    <message>
        <source>Incidents, shifts and monthly sheets as papers.</source>
        <translation>واقعات، شفٹیں اور ماہانہ شیٹیں کاغذ پر۔</translation>
    </message>
    <message>
        <source>Read the audit</source>
        <translation>آڈٹ پڑھنا</translation>
    </message>
    <message>
        <source>Who did, saw and was refused what at this console.</source>
        <translation>اس کنسول پر کس نے کیا کیا، کیا دیکھا اور کیا رد ہوا۔</translation>
    </message>
    <message>
        <source>Manage officers</source>
        <translation>افسروں کا انتظام</translation>
    </message>
    <message>
        <source>Make officers, give roles and draw camera groups.</source>
        <translation>افسر بنانا، کردار دینا اور کیمروں کے گروپ بنانا۔</translation>
    </message>
    <message>
        <source>Release evidence</source>
        <translation>شواہد جاری کرنا</translation>
    </message>
    <message>
        <source>Hand footage out of the control room; two officers.</source>
        <translation>فوٹیج کنٹرول روم سے باہر دینا؛ دو افسر۔</translation>
    </message>
    <message>
        <source>Unlock evidence</source>
        <translation>شواہد کا قفل کھولنا</translation>
    </message>
    <message>
        <source>Take the lock off kept footage; two officers.</source>
        <translation>محفوظ فوٹیج کا قفل ہٹانا؛ دو افسر۔</translation>
    </message>
    <message>
        <source>Shorten retention</source>
        <translation>محفوظ رکھنے کی مدت گھٹانا</translation>
    </message>
    <message>
        <source>Have footage deleted sooner; two officers.</source>
        <translation>فوٹیج جلد مٹوانا؛ دو افسر۔</translation>
    </message>
    <message>
        <source>Restore the database</source>
        <translation>ڈیٹا بیس بحال کرنا</translation>
    </message>
    <message>
        <source>Put a backup in place of what is kept; two officers.</source>
        <translation>موجودہ ڈیٹا کی جگہ بیک اپ لگانا؛ دو افسر۔</translation>
    </message>
</context>
<context>
    <name>ptz</name>
    <message>
        <source>Store preset {number}</source>
        <translation>پری سیٹ {number} محفوظ کریں</translation>
    </message>
    <message>
        <source>Store the preset</source>
        <translation>پری سیٹ محفوظ کریں</translation>
    </message>
    <message>
        <source>Store preset {number} over “{name}”</source>
        <translation>پری سیٹ {number} کو ”{name}“ کی جگہ محفوظ کریں</translation>
    </message>
    <message>
        <source>Store it over the old view</source>
        <translation>پرانے منظر کی جگہ محفوظ کریں</translation>
    </message>
    <message>
        <source>What is seen there</source>
        <translation>وہاں کیا نظر آتا ہے</translation>
    </message>
    <message>
        <source>Rename preset {number}</source>
        <translation>پری سیٹ {number} کا نام بدلیں</translation>
    </message>
    <message>
        <source>Rename the preset</source>
        <translation>پری سیٹ کا نام بدلیں</translation>
    </message>
    <message>
        <source>Camera {camera} forgets preset {number} “{name}”; patrols leave it out.</source>
        <translation>کیمرہ {camera} پری سیٹ {number} ”{name}“ بھول جائے گا؛ گشت اسے چھوڑ دیں گے۔</translation>
    </message>
    <message>
        <source>Delete this preset</source>
        <translation>یہ پری سیٹ مٹائیں</translation>
    </message>
    <message>
        <source>Delete the preset</source>
        <translation>پری سیٹ مٹائیں</translation>
    </message>
    <message>
        <source>Start “{name}”</source>
        <translation>گشت ”{name}“ شروع کریں</translation>
    </message>
    <message>
        <source>New patrol of all presets…</source>
        <translation>تمام پری سیٹ کا نیا گشت…</translation>
    </message>
    <message>
        <source>A patrol needs two presets; store them first.</source>
        <translation>گشت کے لیے دو پری سیٹ ضروری ہیں؛ پہلے انہیں محفوظ کریں۔</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} سیکنڈ</translation>
    </message>
    <message>
        <source>New patrol</source>
        <translation>نیا گشت</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>چکر</translation>
    </message>
    <message>
        <source>How long each preset is watched</source>
        <translation>ہر پری سیٹ پر کتنی دیر ٹھہرے</translation>
    </message>
    <message>
        <source>Start the patrol</source>
        <translation>گشت شروع کریں</translation>
    </message>
    <message>
        <source>It goes round {presets}. It rests while an officer steers the camera.</source>
        <translation>یہ باری باری {presets} پر جاتا ہے۔ جب تک کوئی افسر کیمرہ گھمائے، یہ رکا رہتا ہے۔</translation>
    </message>
    <message>
        <source>Preset {number} “{name}” is stored.</source>
        <translation>پری سیٹ {number} ”{name}“ محفوظ ہو گیا۔</translation>
    </message>
    <message>
        <source>Preset {number} “{name}” is stored; its picture could not be taken.</source>
        <translation>پری سیٹ {number} ”{name}“ محفوظ ہو گیا؛ اس کی تصویر نہیں لی جا سکی۔</translation>
    </message>
    <message>
        <source>Camera {number} cannot be steered.</source>
        <translation>کیمرہ {number} گھمایا نہیں جا سکتا۔</translation>
    </message>
    <message>
        <source>PTZ mode</source>
        <translation>پی ٹی زیڈ موڈ</translation>
    </message>
    <message>
        <source>{mode} · {holder}</source>
        <translation>{mode} · {holder}</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>کوئی نہیں</translation>
    </message>
    <message>
        <source>Patrol</source>
        <translation>گشت</translation>
    </message>
    <message>
        <source>Going home</source>
        <translation>ہوم پر جا رہا ہے</translation>
    </message>
    <message>
        <source>You · {time}</source>
        <translation>آپ · {time}</translation>
    </message>
    <message>
        <source>{name} · {time}</source>
        <translation>{name} · {time}</translation>
    </message>
    <message>
        <source>Others may have it {seconds} s after your last move.</source>
        <translation>آپ کی آخری حرکت کے {seconds} سیکنڈ بعد دوسرے اسے لے سکتے ہیں۔</translation>
    </message>
    <message>
        <source>It is free in {seconds} s if {name} does not move it; who ranks higher takes it at once.</source>
        <translation>اگر {name} اسے نہ ہلائے تو یہ {seconds} سیکنڈ میں خالی ہو گا؛ بڑے عہدے والا فوراً لے لیتا ہے۔</translation>
    </message>
    <message>
        <source>You</source>
        <translation>آپ</translation>
    </message>
    <message>
        <source>{name} · {seconds} s</source>
        <translation>{name} · {seconds} سیکنڈ</translation>
    </message>
    <message>
        <source>Camera {number} {camera} is not in your hand any more.</source>
        <translation>کیمرہ {number} {camera} اب آپ کے ہاتھ میں نہیں۔</translation>
    </message>
    <message>
        <source>{name} has taken camera {number} {camera} over from you.</source>
        <translation>کیمرہ {number} {camera} آپ سے {name} نے لے لیا ہے۔</translation>
    </message>
    <message>
        <source>You have taken camera {number} {camera} over from {name}, who is told.</source>
        <translation>آپ نے {name} سے کیمرہ {number} {camera} لے لیا ہے؛ اسے بتا دیا گیا ہے۔</translation>
    </message>
    <message>
        <source>Wiper</source>
        <translation>وائپر</translation>
    </message>
    <message>
        <source>Washer</source>
        <translation>واشر</translation>
    </message>
    <message>
        <source>Infrared light</source>
        <translation>انفراریڈ لائٹ</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>لائٹ</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>آن کریں</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>بند کریں</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>خودکار</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>دیگر</translation>
    </message>
</context>
<context>
    <name>refusals</name>
    <message>
        <source>A camera&apos;s number lies between {low} and {high}.</source>
        <translation>کیمرے کا نمبر {low} اور {high} کے درمیان ہوتا ہے۔</translation>
    </message>
    <message>
        <source>The number is not a number.</source>
        <translation>نمبر درست نہیں۔</translation>
    </message>
    <message>
        <source>Another camera already has this number.</source>
        <translation>یہ نمبر کسی اور کیمرے کا ہے۔</translation>
    </message>
    <message>
        <source>Number {number} already stands in line {first_line} of this file.</source>
        <translation>نمبر {number} اس فائل کی سطر {first_line} میں پہلے سے ہے۔</translation>
    </message>
    <message>
        <source>The camera needs a name.</source>
        <translation>کیمرے کا نام ضروری ہے۔</translation>
    </message>
    <message>
        <source>The name may have {longest} letters at most.</source>
        <translation>نام زیادہ سے زیادہ {longest} حروف کا ہو سکتا ہے۔</translation>
    </message>
    <message>
        <source>The camera needs an address.</source>
        <translation>کیمرے کا پتہ ضروری ہے۔</translation>
    </message>
    <message>
        <source>This address cannot be read; look for spaces in it.</source>
        <translation>یہ پتہ پڑھا نہیں جا سکتا؛ اس میں خالی جگہیں دیکھیں۔</translation>
    </message>
    <message>
        <source>The address must begin with rtsp://, rtsps://, http://, https:// or file://.</source>
        <translation>پتہ ان میں سے کسی سے شروع ہو: rtsp://، rtsps://، http://، https://، file://۔</translation>
    </message>
    <message>
        <source>The address names no camera: after rtsp:// comes its name or number.</source>
        <translation>پتے میں کیمرہ نہیں: rtsp:// کے بعد اس کا نام یا نمبر آتا ہے۔</translation>
    </message>
    <message>
        <source>The port in the address must lie between 1 and 65535.</source>
        <translation>پتے میں پورٹ 1 اور 65535 کے درمیان ہو۔</translation>
    </message>
    <message>
        <source>The address may have {longest} letters at most.</source>
        <translation>پتہ زیادہ سے زیادہ {longest} حروف کا ہو سکتا ہے۔</translation>
    </message>
    <message>
        <source>Put user and password into their own fields, not into the address.</source>
        <translation>صارف اور پاس ورڈ پتے میں نہیں، اپنے خانوں میں لکھیں۔</translation>
    </message>
    <message>
        <source>The address seems to carry a password in its path; it would be shown on screen.</source>
        <translation>پتے کے اندر پاس ورڈ لگتا ہے؛ وہ سکرین پر نظر آ جائے گا۔</translation>
    </message>
    <message>
        <source>The addresses and fields name different users or passwords.</source>
        <translation>پتوں اور خانوں میں مختلف صارف یا پاس ورڈ ہیں۔</translation>
    </message>
    <message>
        <source>The phase lies between {low} and {high}.</source>
        <translation>مرحلہ {low} اور {high} کے درمیان ہوتا ہے۔</translation>
    </message>
    <message>
        <source>The phase is not a number.</source>
        <translation>مرحلہ نمبر نہیں۔</translation>
    </message>
    <message>
        <source>Latitude lies within ±90 and longitude within ±180 degrees.</source>
        <translation>عرض بلد ±90 اور طول بلد ±180 درجے کے اندر ہو۔</translation>
    </message>
    <message>
        <source>Latitude or longitude is not a number.</source>
        <translation>عرض بلد یا طول بلد نمبر نہیں۔</translation>
    </message>
    <message>
        <source>Latitude and longitude belong together: give both or none.</source>
        <translation>عرض بلد اور طول بلد ساتھ ہوتے ہیں: دونوں دیں یا کوئی نہیں۔</translation>
    </message>
    <message>
        <source>The transport must be tcp, udp or http.</source>
        <translation>ذریعہ tcp، udp یا http ہو۔</translation>
    </message>
    <message>
        <source>A text holds characters that cannot be shown.</source>
        <translation>متن میں ایسے حروف ہیں جو دکھائے نہیں جا سکتے۔</translation>
    </message>
    <message>
        <source>The text in “{field}” may have {longest} letters at most.</source>
        <translation>”{field}“ کا متن زیادہ سے زیادہ {longest} حروف کا ہو سکتا ہے۔</translation>
    </message>
    <message>
        <source>The password holds characters that cannot be sent, or more than {longest}.</source>
        <translation>پاس ورڈ میں ایسے حروف ہیں جو بھیجے نہیں جا سکتے، یا {longest} سے زیادہ ہیں۔</translation>
    </message>
    <message>
        <source>This camera was removed meanwhile.</source>
        <translation>یہ کیمرہ اس دوران نکال دیا گیا۔</translation>
    </message>
    <message>
        <source>There is no such camera.</source>
        <translation>ایسا کوئی کیمرہ نہیں۔</translation>
    </message>
    <message>
        <source>This entry was removed meanwhile.</source>
        <translation>یہ اندراج اس دوران نکال دیا گیا۔</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile. Open it again to see the new state.</source>
        <translation>کسی اور نے اس دوران اسے بدل دیا۔ نئی حالت کے لیے دوبارہ کھولیں۔</translation>
    </message>
    <message>
        <source>This wall was deleted meanwhile.</source>
        <translation>یہ دیوار اس دوران مٹا دی گئی۔</translation>
    </message>
    <message>
        <source>Another wall already has this name.</source>
        <translation>یہ نام کسی اور دیوار کا ہے۔</translation>
    </message>
    <message>
        <source>A tour&apos;s name has 1 to {longest} letters.</source>
        <translation>ٹور کے نام میں 1 سے {longest} حروف ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>Another tour already has this name.</source>
        <translation>یہ نام کسی اور ٹور کا ہے۔</translation>
    </message>
    <message>
        <source>This tour was deleted meanwhile.</source>
        <translation>یہ ٹور اس دوران مٹا دیا گیا۔</translation>
    </message>
    <message>
        <source>A tour needs at least one step.</source>
        <translation>ٹور میں کم از کم ایک قدم ضروری ہے۔</translation>
    </message>
    <message>
        <source>A tour has {most} steps at most.</source>
        <translation>ٹور میں زیادہ سے زیادہ {most} قدم ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>Nothing stands twice in a tour.</source>
        <translation>ٹور میں کوئی چیز دو بار نہیں آتی۔</translation>
    </message>
    <message>
        <source>A step lasts {low} to {high} seconds.</source>
        <translation>ایک قدم {low} سے {high} سیکنڈ کا ہوتا ہے۔</translation>
    </message>
    <message>
        <source>This key cannot be given to a command.</source>
        <translation>یہ کنجی کسی کام کو نہیں دی جا سکتی۔</translation>
    </message>
    <message>
        <source>F1 and ? always show the keys.</source>
        <translation>‏F1 اور ? ہمیشہ کنجیاں دکھاتے ہیں۔</translation>
    </message>
    <message>
        <source>The computer itself uses {key}.</source>
        <translation>‏{key} خود کمپیوٹر کے استعمال میں ہے۔</translation>
    </message>
    <message>
        <source>Text fields need {key}.</source>
        <translation>لکھنے کے خانوں کو {key} کی ضرورت ہے۔</translation>
    </message>
    <message>
        <source>Tab goes from field to field.</source>
        <translation>‏Tab ایک خانے سے دوسرے پر جاتا ہے۔</translation>
    </message>
    <message>
        <source>Digits call cameras to the wall.</source>
        <translation>ہندسوں سے کیمرے دیوار پر بلائے جاتے ہیں۔</translation>
    </message>
    <message>
        <source>The wall itself uses {key}.</source>
        <translation>‏{key} خود دیوار کے استعمال میں ہے۔</translation>
    </message>
    <message>
        <source>The number pad sends {key} while NumLock is off.</source>
        <translation>‏NumLock بند ہو تو نمبر پیڈ {key} بھیجتا ہے۔</translation>
    </message>
    <message>
        <source>A command has {most} keys at most.</source>
        <translation>ایک کام کی زیادہ سے زیادہ {most} کنجیاں ہوتی ہیں۔</translation>
    </message>
    <message>
        <source>Another command has {key}.</source>
        <translation>‏{key} کسی اور کام کی کنجی ہے۔</translation>
    </message>
    <message>
        <source>There is no such command.</source>
        <translation>ایسا کوئی کام نہیں۔</translation>
    </message>
    <message>
        <source>A layout&apos;s grid has at most {most} columns and {most} rows.</source>
        <translation>ترتیب میں زیادہ سے زیادہ {most} کالم اور {most} قطاریں ہوتی ہیں۔</translation>
    </message>
    <message>
        <source>A layout has 1 to {most} tiles.</source>
        <translation>ترتیب میں 1 سے {most} خانے ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>Tile {number} of the layout lies outside its grid.</source>
        <translation>ترتیب کا خانہ {number} حد سے باہر ہے۔</translation>
    </message>
    <message>
        <source>Tile {number} of the layout lies over another.</source>
        <translation>ترتیب کا خانہ {number} دوسرے خانے کے اوپر ہے۔</translation>
    </message>
    <message>
        <source>The layout leaves a part of the wall without a tile.</source>
        <translation>اس ترتیب میں دیوار کا ایک حصہ خانے کے بغیر رہ جاتا ہے۔</translation>
    </message>
    <message>
        <source>This layout cannot be read.</source>
        <translation>یہ ترتیب پڑھی نہیں جا سکتی۔</translation>
    </message>
    <message>
        <source>A tile is cut into 2 parts at least and into {most} each way at most.</source>
        <translation>خانے کے کم از کم 2 حصے ہوتے ہیں اور ہر رخ پر زیادہ سے زیادہ {most}۔</translation>
    </message>
    <message>
        <source>These parts would be too narrow: a layout has at most {most} lines each way.</source>
        <translation>یہ حصے بہت تنگ ہوں گے: ترتیب میں ہر رخ پر زیادہ سے زیادہ {most} لکیریں ہوتی ہیں۔</translation>
    </message>
    <message>
        <source>To merge tiles, choose at least two of them.</source>
        <translation>خانے ملانے کے لیے کم از کم دو منتخب کریں۔</translation>
    </message>
    <message>
        <source>Only tiles that together form a rectangle can be merged.</source>
        <translation>صرف وہ خانے مل سکتے ہیں جو مل کر مستطیل بنائیں۔</translation>
    </message>
    <message>
        <source>This edge is the wall&apos;s own; only edges between two tiles move.</source>
        <translation>یہ دیوار کا اپنا کنارہ ہے؛ صرف دو خانوں کے بیچ کے کنارے ہٹتے ہیں۔</translation>
    </message>
    <message>
        <source>The edge cannot go there: a tile would vanish.</source>
        <translation>کنارہ وہاں نہیں جا سکتا: ایک خانہ ختم ہو جائے گا۔</translation>
    </message>
    <message>
        <source>The layout was changed meanwhile.</source>
        <translation>یہ ترتیب اس دوران بدل گئی۔</translation>
    </message>
    <message>
        <source>There is no tile {number}; this layout has {count}.</source>
        <translation>خانہ {number} نہیں ہے؛ اس ترتیب میں {count} خانے ہیں۔</translation>
    </message>
    <message>
        <source>This layout was deleted meanwhile.</source>
        <translation>یہ ترتیب اس دوران مٹا دی گئی۔</translation>
    </message>
    <message>
        <source>A layout&apos;s name has 1 to {longest} letters that can be seen.</source>
        <translation>ترتیب کے نام میں 1 سے {longest} نظر آنے والے حروف ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>Another layout already has this name.</source>
        <translation>یہ نام کسی اور ترتیب کا ہے۔</translation>
    </message>
    <message>
        <source>There is room for {most} own layouts; delete one first.</source>
        <translation>اپنی {most} ترتیبوں کی گنجائش ہے؛ پہلے ایک مٹائیں۔</translation>
    </message>
    <message>
        <source>The file is not UTF-8 text from here on.</source>
        <translation>یہاں سے آگے فائل UTF-8 متن نہیں۔</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>فائل خالی ہے۔</translation>
    </message>
    <message>
        <source>The file breaks off here, or a comma, bracket or quotation mark is wrong.</source>
        <translation>فائل یہاں ختم ہو جاتی ہے، یا کوئی کاما، بریکٹ یا واوین غلط ہے۔</translation>
    </message>
    <message>
        <source>Brackets stand more than {most} deep in each other.</source>
        <translation>بریکٹ ایک دوسرے کے اندر {most} سے زیادہ گہرے ہیں۔</translation>
    </message>
    <message>
        <source>The field “{key}” stands twice in one entry.</source>
        <translation>خانہ ”{key}“ ایک اندراج میں دو بار ہے۔</translation>
    </message>
    <message>
        <source>This number is too long.</source>
        <translation>یہ نمبر بہت لمبا ہے۔</translation>
    </message>
    <message>
        <source>This text is never closed, or holds something that is no letter.</source>
        <translation>یہ متن بند نہیں ہوا، یا اس میں ایسی چیز ہے جو حرف نہیں۔</translation>
    </message>
    <message>
        <source>This is not a file of walls and layouts.</source>
        <translation>یہ دیواروں اور ترتیبوں کی فائل نہیں۔</translation>
    </message>
    <message>
        <source>The file was written by a newer console (form {found}, known {known}).</source>
        <translation>فائل نئے کنسول کی لکھی ہوئی ہے (شکل {found}، یہاں معلوم {known})۔</translation>
    </message>
    <message>
        <source>The file holds no wall and no layout.</source>
        <translation>فائل میں کوئی دیوار یا ترتیب نہیں۔</translation>
    </message>
    <message>
        <source>The field “{field}” holds something of the wrong kind.</source>
        <translation>خانہ ”{field}“ میں غلط قسم کی چیز ہے۔</translation>
    </message>
    <message>
        <source>The field “{field}” must be a whole number from {low} to {high}.</source>
        <translation>خانہ ”{field}“ میں {low} سے {high} تک پورا عدد ہونا چاہیے۔</translation>
    </message>
    <message>
        <source>No layout is called “{layout}”.</source>
        <translation>”{layout}“ نام کی کوئی ترتیب نہیں۔</translation>
    </message>
    <message>
        <source>A tile is four numbers: from the left, from the top, width, height.</source>
        <translation>خانہ چار نمبروں سے بنتا ہے: بائیں سے، اوپر سے، چوڑائی، اونچائی۔</translation>
    </message>
    <message>
        <source>The list “{field}” may have {most} entries at most.</source>
        <translation>فہرست ”{field}“ میں زیادہ سے زیادہ {most} اندراج ہو سکتے ہیں۔</translation>
    </message>
    <message>
        <source>Nothing here is called “{key}”.</source>
        <translation>یہاں ”{key}“ نام کی کوئی چیز نہیں۔</translation>
    </message>
    <message>
        <source>The field “{key}” is missing in this entry.</source>
        <translation>اس اندراج میں خانہ ”{key}“ موجود نہیں۔</translation>
    </message>
    <message>
        <source>A name has 1 to {longest} letters that can be seen and do not turn the writing.</source>
        <translation>نام میں 1 سے {longest} نظر آنے والے حروف ہوتے ہیں جو لکھائی کا رخ نہ بدلیں۔</translation>
    </message>
    <message>
        <source>Another entry before this one is called “{name}”.</source>
        <translation>اس سے پہلے ایک اور اندراج کا نام ”{name}“ ہے۔</translation>
    </message>
    <message>
        <source>Tile {tile} is given a camera twice.</source>
        <translation>خانہ {tile} کو دو بار کیمرہ دیا گیا ہے۔</translation>
    </message>
    <message>
        <source>Camera {number} stands twice on this wall.</source>
        <translation>کیمرہ {number} اس دیوار پر دو بار ہے۔</translation>
    </message>
    <message>
        <source>There is no setting “{key}”.</source>
        <translation>”{key}“ نام کی کوئی ترتیب نہیں۔</translation>
    </message>
    <message>
        <source>There is no such incident.</source>
        <translation>ایسا کوئی واقعہ نہیں۔</translation>
    </message>
    <message>
        <source>The incident stands there already.</source>
        <translation>واقعہ پہلے ہی اس حالت میں ہے۔</translation>
    </message>
    <message>
        <source>This incident has ended; only a supervisor&apos;s review reopens it.</source>
        <translation>یہ واقعہ ختم ہو چکا؛ صرف سپروائزر کا جائزہ اسے دوبارہ کھولتا ہے۔</translation>
    </message>
    <message>
        <source>Say in a few words what happened.</source>
        <translation>چند الفاظ میں لکھیں کہ کیا ہوا۔</translation>
    </message>
    <message>
        <source>There is no such place any more.</source>
        <translation>یہ جگہ اب موجود نہیں۔</translation>
    </message>
    <message>
        <source>Say why it was a false alarm.</source>
        <translation>لکھیں کہ یہ غلط الارم کیوں تھا۔</translation>
    </message>
    <message>
        <source>Say how it ended before it is closed.</source>
        <translation>بند کرنے سے پہلے لکھیں کہ انجام کیا ہوا۔</translation>
    </message>
    <message>
        <source>Name the incident that this one repeats.</source>
        <translation>وہ واقعہ بتائیں جس کا یہ دہرا ہے۔</translation>
    </message>
    <message>
        <source>Say to whom the incident is handed over.</source>
        <translation>لکھیں کہ واقعہ کس کے حوالے کیا جا رہا ہے۔</translation>
    </message>
    <message>
        <source>Something required is still open; give the reason why it goes on all the same.</source>
        <translation>کوئی لازمی قدم ابھی باقی ہے؛ پھر بھی آگے بڑھنے کی وجہ لکھیں۔</translation>
    </message>
    <message>
        <source>The incident that this one repeats is not there.</source>
        <translation>جس واقعے کا یہ دہرا ہے وہ موجود نہیں۔</translation>
    </message>
    <message>
        <source>An incident cannot repeat itself, not even by way of others.</source>
        <translation>کوئی واقعہ اپنا ہی دہرا نہیں ہو سکتا، دوسروں کے واسطے سے بھی نہیں۔</translation>
    </message>
    <message>
        <source>A case of misconduct and another incident never repeat each other.</source>
        <translation>مس کنڈکٹ کا کیس اور کوئی دوسرا واقعہ کبھی ایک دوسرے کے دہرے نہیں ہوتے۔</translation>
    </message>
    <message>
        <source>This time cannot be read; write 14:35, or 21 14:35 for a day, or -10 for ten minutes ago.</source>
        <translation>یہ وقت پڑھا نہیں جا سکتا؛ یوں لکھیں 14:35، یا دن کے ساتھ 21 14:35، یا دس منٹ پہلے کے لیے -10۔</translation>
    </message>
    <message>
        <source>Write the minutes as a number.</source>
        <translation>منٹ ہندسوں میں لکھیں۔</translation>
    </message>
    <message>
        <source>This time lies in the future.</source>
        <translation>یہ وقت ابھی نہیں آیا۔</translation>
    </message>
    <message>
        <source>This time lies too far back.</source>
        <translation>یہ وقت بہت پرانا ہے۔</translation>
    </message>
    <message>
        <source>This time lies before what it follows.</source>
        <translation>یہ وقت اس سے پہلے کا ہے جس کے بعد اسے آنا چاہیے۔</translation>
    </message>
    <message>
        <source>A hold ends in the future, {most_days} days from now at the latest.</source>
        <translation>التوا آئندہ ہی ختم ہوتا ہے، زیادہ سے زیادہ ابھی سے {most_days} دن بعد۔</translation>
    </message>
    <message>
        <source>The incident is not on hold.</source>
        <translation>واقعہ التوا میں نہیں ہے۔</translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation>نوٹ خالی ہے۔</translation>
    </message>
    <message>
        <source>The caller was called back already.</source>
        <translation>کالر کو پہلے ہی جوابی کال ہو چکی ہے۔</translation>
    </message>
    <message>
        <source>This step is no longer on the checklist.</source>
        <translation>یہ قدم اب چیک لسٹ میں نہیں ہے۔</translation>
    </message>
    <message>
        <source>An incident has no field “{field}” that can be changed.</source>
        <translation>واقعے میں ”{field}“ نام کا کوئی خانہ نہیں جو بدلا جا سکے۔</translation>
    </message>
    <message>
        <source>This value does not fit.</source>
        <translation>یہ قدر درست نہیں۔</translation>
    </message>
    <message>
        <source>Misconduct is entered on its own; no other incident becomes it or ceases to be it.</source>
        <translation>مس کنڈکٹ الگ درج ہوتا ہے؛ کوئی دوسرا واقعہ نہ مس کنڈکٹ بنتا ہے، نہ مس کنڈکٹ کچھ اور بنتا ہے۔</translation>
    </message>
    <message>
        <source>This cannot be linked to an incident.</source>
        <translation>یہ واقعے سے نہیں جوڑا جا سکتا۔</translation>
    </message>
    <message>
        <source>An incident is not linked to itself.</source>
        <translation>واقعہ اپنے آپ سے نہیں جوڑا جاتا۔</translation>
    </message>
    <message>
        <source>Link it from the case of misconduct, where nobody else reads of it.</source>
        <translation>اسے مس کنڈکٹ کے کیس سے جوڑیں، جہاں کوئی اور اسے نہیں پڑھتا۔</translation>
    </message>
    <message>
        <source>This camera does not stand in the incident.</source>
        <translation>یہ کیمرہ واقعے میں نہیں ہے۔</translation>
    </message>
    <message>
        <source>A person or vehicle needs a name, a plate or a description.</source>
        <translation>شخص یا گاڑی کے لیے نام، نمبر پلیٹ یا حلیہ ضروری ہے۔</translation>
    </message>
    <message>
        <source>An incident names {most} people and vehicles at most.</source>
        <translation>ایک واقعے میں زیادہ سے زیادہ {most} افراد اور گاڑیاں درج ہوتی ہیں۔</translation>
    </message>
    <message>
        <source>This person or vehicle no longer stands in the incident.</source>
        <translation>یہ شخص یا گاڑی اب واقعے میں نہیں ہے۔</translation>
    </message>
    <message>
        <source>The vault is locked, so this identity can be neither sealed nor opened.</source>
        <translation>تجوری مقفل ہے، اس لیے یہ شناخت نہ سربمہر ہو سکتی ہے نہ کھل سکتی ہے۔</translation>
    </message>
    <message>
        <source>A recording is kept from an earlier to a later time.</source>
        <translation>ریکارڈنگ پہلے وقت سے بعد کے وقت تک محفوظ رکھی جاتی ہے۔</translation>
    </message>
    <message>
        <source>An incident keeps {most} recordings at most.</source>
        <translation>ایک واقعے کی زیادہ سے زیادہ {most} ریکارڈنگ محفوظ رہتی ہیں۔</translation>
    </message>
    <message>
        <source>This recording is no longer kept for the incident.</source>
        <translation>یہ ریکارڈنگ اب واقعے کے لیے محفوظ نہیں ہے۔</translation>
    </message>
    <message>
        <source>A unit&apos;s name has 1 to {longest} letters.</source>
        <translation>یونٹ کے نام میں 1 سے {longest} حروف ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>A site&apos;s name has 1 to {longest} letters.</source>
        <translation>مقام کے نام میں 1 سے {longest} حروف ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>Another place has this name.</source>
        <translation>یہ نام کسی اور جگہ کا ہے۔</translation>
    </message>
    <message>
        <source>Cameras, incidents or contacts belong to this place, perhaps from earlier; it stays.</source>
        <translation>کیمرے، واقعات یا رابطے اس جگہ سے وابستہ ہیں، شاید پہلے سے؛ یہ رہے گی۔</translation>
    </message>
    <message>
        <source>Another unit has this name.</source>
        <translation>یہ نام کسی اور یونٹ کا ہے۔</translation>
    </message>
    <message>
        <source>There is no such unit in service.</source>
        <translation>ایسا کوئی یونٹ ڈیوٹی پر نہیں۔</translation>
    </message>
    <message>
        <source>Unit {name} is on its way already.</source>
        <translation>یونٹ {name} پہلے ہی راستے میں ہے۔</translation>
    </message>
    <message>
        <source>Unit {name} has arrived already.</source>
        <translation>یونٹ {name} پہلے ہی پہنچ چکا ہے۔</translation>
    </message>
    <message>
        <source>Unit {name} is free already.</source>
        <translation>یونٹ {name} پہلے ہی فارغ ہے۔</translation>
    </message>
    <message>
        <source>At most {most} units are sent to one incident.</source>
        <translation>ایک واقعے پر زیادہ سے زیادہ {most} یونٹ بھیجے جاتے ہیں۔</translation>
    </message>
    <message>
        <source>A checklist has {most} steps at most.</source>
        <translation>چیک لسٹ میں زیادہ سے زیادہ {most} قدم ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>Each step of a checklist has 1 to {longest} letters.</source>
        <translation>چیک لسٹ کے ہر قدم میں 1 سے {longest} حروف ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>A caller is called back within a minute to a week.</source>
        <translation>جوابی کال ایک منٹ سے ایک ہفتے کے اندر کی جاتی ہے۔</translation>
    </message>
    <message>
        <source>Targets are times of a second to a week, and dispatch does not come before acknowledging.</source>
        <translation>ہدف ایک سیکنڈ سے ایک ہفتے تک کے ہوتے ہیں، اور روانگی وصولی سے پہلے نہیں ہوتی۔</translation>
    </message>
    <message>
        <source>Not kept: this must lie between {low} and {high}. {kept} still counts.</source>
        <translation>محفوظ نہیں ہوا: یہ {low} اور {high} کے درمیان ہونا چاہیے۔ ابھی {kept} ہی لاگو ہے۔</translation>
    </message>
    <message>
        <source>Not kept: it must be shorter than the {other} s after which the console connects again.</source>
        <translation>محفوظ نہیں ہوا: یہ ان {other} سیکنڈ سے کم ہونا چاہیے جن کے بعد کنسول دوبارہ رابطہ کرتا ہے۔</translation>
    </message>
    <message>
        <source>Not kept: it must be longer than the {other} s after which a picture is called late.</source>
        <translation>محفوظ نہیں ہوا: یہ ان {other} سیکنڈ سے زیادہ ہونا چاہیے جن کے بعد تصویر دیر سے کہلاتی ہے۔</translation>
    </message>
    <message>
        <source>Not kept: the control room needs a name.</source>
        <translation>محفوظ نہیں ہوا: کنٹرول روم کا نام ہونا ضروری ہے۔</translation>
    </message>
    <message>
        <source>There is no such time zone.</source>
        <translation>ایسا کوئی ٹائم زون نہیں۔</translation>
    </message>
    <message>
        <source>There are {most} windows on other screens already; take one back first.</source>
        <translation>دوسری سکرینوں پر پہلے ہی {most} ونڈو ہیں؛ پہلے ایک واپس لیں۔</translation>
    </message>
    <message>
        <source>A console already works on this data folder.</source>
        <translation>اس ڈیٹا فولڈر پر پہلے ہی ایک کنسول چل رہا ہے۔</translation>
    </message>
    <message>
        <source>This camera shows no picture now, so nothing was saved.</source>
        <translation>یہ کیمرہ اس وقت تصویر نہیں دے رہا، اس لیے کچھ محفوظ نہیں ہوا۔</translation>
    </message>
    <message>
        <source>The disk took longer than {seconds} s. Please try again.</source>
        <translation>ڈسک کو {seconds} سیکنڈ سے زیادہ لگے۔ دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>The console is closing; nothing was changed.</source>
        <translation>کنسول بند ہو رہا ہے؛ کچھ نہیں بدلا۔</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>یہ فائل پڑھی نہیں جا سکتی۔</translation>
    </message>
    <message>
        <source>The file cannot be written there.</source>
        <translation>فائل وہاں لکھی نہیں جا سکتی۔</translation>
    </message>
    <message>
        <source>The file is empty: its first line must name the columns.</source>
        <translation>فائل خالی ہے: پہلی سطر میں خانوں کے نام ہونے چاہئیں۔</translation>
    </message>
    <message>
        <source>The file is not in UTF-8. Save it as “CSV UTF-8” and try again.</source>
        <translation>فائل UTF-8 میں نہیں۔ اسے ”CSV UTF-8“ میں محفوظ کر کے دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>A quotation mark here is never closed; nothing after it can be read.</source>
        <translation>یہاں واوین بند نہیں ہوئے؛ اس کے بعد کچھ نہیں پڑھا جا سکتا۔</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {sentence}</source>
        <translation>سطر {line}، کالم {column}: {sentence}</translation>
    </message>
    <message>
        <source>The file is larger than {most_mb} MB.</source>
        <translation>فائل {most_mb} MB سے بڑی ہے۔</translation>
    </message>
    <message>
        <source>A wall&apos;s name has 1 to {longest} letters that can be seen.</source>
        <translation>دیوار کے نام میں 1 سے {longest} نظر آنے والے حروف ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>The file has more than {most} lines; the rest was not read.</source>
        <translation>فائل میں {most} سے زیادہ سطریں ہیں؛ باقی نہیں پڑھی گئیں۔</translation>
    </message>
    <message>
        <source>The line has {found} cells, but the file has {expected} columns.</source>
        <translation>سطر میں {found} خانے ہیں مگر فائل میں {expected} کالم۔</translation>
    </message>
    <message>
        <source>No column is called “{column}”.</source>
        <translation>”{column}“ نام کا کوئی کالم نہیں۔</translation>
    </message>
    <message>
        <source>The columns “{first}” and “{second}” both mean {column}.</source>
        <translation>کالم ”{first}“ اور ”{second}“ دونوں کا مطلب {column} ہے۔</translation>
    </message>
    <message>
        <source>The column “{column}” is missing.</source>
        <translation>کالم ”{column}“ موجود نہیں۔</translation>
    </message>
    <message>
        <source>This camera sends no sound.</source>
        <translation>یہ کیمرہ آواز نہیں بھیجتا۔</translation>
    </message>
    <message>
        <source>This camera has no picture now, so it cannot be listened to.</source>
        <translation>اس کیمرے کی ابھی تصویر نہیں، اس لیے آواز بھی نہیں سنی جا سکتی۔</translation>
    </message>
    <message>
        <source>This machine has no device that plays sound.</source>
        <translation>اس کمپیوٹر میں آواز سنانے والا کوئی آلہ نہیں۔</translation>
    </message>
    <message>
        <source>The part that plays sound is not installed on this machine (sounddevice, libportaudio2).</source>
        <translation>آواز سنانے والا حصہ اس کمپیوٹر پر نصب نہیں (sounddevice، libportaudio2)۔</translation>
    </message>
    <message>
        <source>This camera allows no further connection for its sound. Its picture goes on.</source>
        <translation>یہ کیمرہ آواز کے لیے ایک اور رابطہ نہیں دیتا۔ تصویر چلتی رہے گی۔</translation>
    </message>
    <message>
        <source>The sound of this camera is of a kind that is not known here.</source>
        <translation>اس کیمرے کی آواز کی قسم یہاں معلوم نہیں۔</translation>
    </message>
    <message>
        <source>The login in the address was moved into the vault.</source>
        <translation>پتے کا لاگ اِن محفوظ تجوری میں منتقل کر دیا گیا۔</translation>
    </message>
    <message>
        <source>A badge has 1 to {most} letters, digits or signs like - / .</source>
        <translation>بیج نمبر میں 1 سے {most} حروف، ہندسے یا نشان جیسے - / . ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>A password has {least} to {most} characters.</source>
        <translation>پاس ورڈ میں {least} سے {most} حروف ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>This password is too easy to guess; do not use the name, the badge or a row of keys.</source>
        <translation>یہ پاس ورڈ آسانی سے بوجھا جا سکتا ہے؛ نام، بیج نمبر یا کنجیوں کی قطار استعمال نہ کریں۔</translation>
    </message>
    <message>
        <source>The new password is the same as the old one.</source>
        <translation>نیا پاس ورڈ پرانے جیسا ہی ہے۔</translation>
    </message>
    <message>
        <source>A PIN has {least} to {most} digits that are neither all the same nor in a row.</source>
        <translation>اس PIN میں {least} سے {most} ہندسے ہوں، نہ سب ایک جیسے اور نہ ترتیب وار۔</translation>
    </message>
    <message>
        <source>Give a reason of at least {least} letters.</source>
        <translation>کم از کم {least} حروف کی وجہ لکھیں۔</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>آپ کا کردار اس کی اجازت نہیں دیتا۔</translation>
    </message>
    <message>
        <source>The console is locked.</source>
        <translation>کنسول مقفل ہے۔</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>کوئی سائن اِن نہیں۔</translation>
    </message>
    <message>
        <source>A second officer must agree to this with a password of his own.</source>
        <translation>دوسرے افسر کو اپنے پاس ورڈ سے منظوری دینی ہو گی۔</translation>
    </message>
    <message>
        <source>The second officer must be another person.</source>
        <translation>دوسرا افسر کوئی اور شخص ہونا چاہیے۔</translation>
    </message>
    <message>
        <source>This officer&apos;s role cannot agree to this.</source>
        <translation>اس افسر کا کردار اس کی منظوری نہیں دے سکتا۔</translation>
    </message>
    <message>
        <source>Badge or password is wrong.</source>
        <translation>بیج نمبر یا پاس ورڈ غلط ہے۔</translation>
    </message>
    <message>
        <source>Too many wrong tries; try again in {seconds} seconds.</source>
        <translation>بہت سی غلط کوششیں؛ {seconds} سیکنڈ بعد دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>Say who acts with --as BADGE.</source>
        <translation>بتائیں کہ کون کر رہا ہے: --as BADGE۔</translation>
    </message>
    <message>
        <source>There is no terminal to ask for the password on; give it in {variable}.</source>
        <translation>پاس ورڈ پوچھنے کے لیے ٹرمینل نہیں ہے؛ اسے {variable} میں دیں۔</translation>
    </message>
    <message>
        <source>Officer {badge} must change his password first.</source>
        <translation>افسر {badge} پہلے اپنا پاس ورڈ بدلے۔</translation>
    </message>
    <message>
        <source>The two passwords are not the same; nothing was changed.</source>
        <translation>دونوں پاس ورڈ ایک جیسے نہیں؛ کچھ نہیں بدلا۔</translation>
    </message>
    <message>
        <source>This console already has its first administrator.</source>
        <translation>اس کنسول کا پہلا منتظم پہلے ہی موجود ہے۔</translation>
    </message>
    <message>
        <source>Nobody changes his own role.</source>
        <translation>کوئی اپنا کردار خود نہیں بدلتا۔</translation>
    </message>
    <message>
        <source>Somebody must be left who can make officers.</source>
        <translation>کم از کم ایک افسر ایسا رہنا چاہیے جو افسر بنا سکے۔</translation>
    </message>
    <message>
        <source>An officer cannot report to himself, not even through others.</source>
        <translation>کوئی افسر خود اپنا ماتحت نہیں ہو سکتا، دوسروں کے واسطے سے بھی نہیں۔</translation>
    </message>
    <message>
        <source>There is no such role.</source>
        <translation>ایسا کوئی کردار نہیں۔</translation>
    </message>
    <message>
        <source>There is no such officer.</source>
        <translation>ایسا کوئی افسر نہیں۔</translation>
    </message>
    <message>
        <source>There is a role of this kind already.</source>
        <translation>اس قسم کا کردار پہلے سے موجود ہے۔</translation>
    </message>
    <message>
        <source>There is a camera group of this name already.</source>
        <translation>اس نام کا کیمروں کا گروپ پہلے سے موجود ہے۔</translation>
    </message>
    <message>
        <source>Badge {badge} belongs to another officer already.</source>
        <translation>بیج نمبر {badge} پہلے ہی کسی اور افسر کا ہے۔</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>نام نہیں لکھا گیا۔</translation>
    </message>
    <message>
        <source>One file holds {most} entries, these are {count}. Narrow the time or the officer.</source>
        <translation>ایک فائل میں {most} اندراج آتے ہیں، یہ {count} ہیں۔ وقت یا افسر محدود کریں۔</translation>
    </message>
    <message>
        <source>Another program holds the database; try again.</source>
        <translation>ڈیٹا بیس کسی اور پروگرام کے پاس ہے؛ دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>There is no such file to restore.</source>
        <translation>بحال کرنے کے لیے ایسی کوئی فائل نہیں۔</translation>
    </message>
    <message>
        <source>This file cannot be restored; the command line says why.</source>
        <translation>یہ فائل بحال نہیں ہو سکتی؛ وجہ کمانڈ لائن بتاتی ہے۔</translation>
    </message>
    <message>
        <source>An incident cannot go from “{before}” to “{after}”.</source>
        <translation>واقعہ ”{before}“ سے ”{after}“ پر نہیں جا سکتا۔</translation>
    </message>
    <message>
        <source>Only a supervisor&apos;s review reopens an incident.</source>
        <translation>واقعہ صرف سپروائزر کے جائزے سے دوبارہ کھلتا ہے۔</translation>
    </message>
    <message>
        <source>Only the district head closes a case of misconduct.</source>
        <translation>مس کنڈکٹ کا کیس صرف ضلعی سربراہ بند کرتا ہے۔</translation>
    </message>
    <message>
        <source>The caller has not been called back yet.</source>
        <translation>کالر کو ابھی جوابی کال نہیں ہوئی۔</translation>
    </message>
    <message>
        <source>Required steps are still open: {count}.</source>
        <translation>لازمی اقدامات ابھی باقی ہیں: {count}۔</translation>
    </message>
    <message>
        <source>A day has 1 to {most} shifts.</source>
        <translation>ایک دن میں 1 سے {most} شفٹیں ہوتی ہیں۔</translation>
    </message>
    <message>
        <source>A shift&apos;s letter has 1 to {most} characters.</source>
        <translation>شفٹ کے حرف میں 1 سے {most} حروف ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>Two shifts have the same letter.</source>
        <translation>دو شفٹوں کا حرف ایک ہی ہے۔</translation>
    </message>
    <message>
        <source>An hour lies between 00:00 and 23:59.</source>
        <translation>وقت 00:00 اور 23:59 کے درمیان ہوتا ہے۔</translation>
    </message>
    <message>
        <source>There is no shift “{shift}”.</source>
        <translation>شفٹ ”{shift}“ نہیں ہے۔</translation>
    </message>
    <message>
        <source>There is no such span of duty.</source>
        <translation>ڈیوٹی کا ایسا کوئی دورانیہ نہیں۔</translation>
    </message>
    <message>
        <source>Duty is taken: {officer} (badge {badge}) has it. It passes by a handover or by an order.</source>
        <translation>ڈیوٹی لی جا چکی ہے: {officer} (بیج نمبر {badge}) کے پاس ہے۔ یہ حوالگی یا حکم سے منتقل ہوتی ہے۔</translation>
    </message>
    <message>
        <source>This duty has ended meanwhile.</source>
        <translation>یہ ڈیوٹی اس دوران ختم ہو گئی۔</translation>
    </message>
    <message>
        <source>Nobody is on duty.</source>
        <translation>ڈیوٹی پر کوئی نہیں۔</translation>
    </message>
    <message>
        <source>Only {officer} (badge {badge}), who is on duty, hands this shift over.</source>
        <translation>یہ شفٹ صرف {officer} (بیج نمبر {badge})، جو ڈیوٹی پر ہے، حوالے کر سکتا ہے۔</translation>
    </message>
    <message>
        <source>Only a supervisor may end another officer&apos;s duty.</source>
        <translation>دوسرے افسر کی ڈیوٹی صرف سپروائزر ختم کر سکتا ہے۔</translation>
    </message>
    <message>
        <source>Nobody orders the end of his own duty; hand it over instead.</source>
        <translation>کوئی اپنی ڈیوٹی ختم کرنے کا حکم خود نہیں دیتا؛ اس کے بجائے حوالے کریں۔</translation>
    </message>
    <message>
        <source>The line is empty.</source>
        <translation>سطر خالی ہے۔</translation>
    </message>
    <message>
        <source>The time of the event lies in the future.</source>
        <translation>واقعے کا وقت ابھی نہیں آیا۔</translation>
    </message>
    <message>
        <source>The list has 1 to {most} checks.</source>
        <translation>فہرست میں 1 سے {most} جانچیں ہوتی ہیں۔</translation>
    </message>
    <message>
        <source>A check has no words.</source>
        <translation>ایک جانچ کے الفاظ نہیں ہیں۔</translation>
    </message>
    <message>
        <source>The program answers each of its checks once; one of them stands twice in the list.</source>
        <translation>پروگرام اپنی ہر جانچ کا جواب ایک بار دیتا ہے؛ ان میں سے ایک فہرست میں دو بار ہے۔</translation>
    </message>
    <message>
        <source>The program answers this check itself.</source>
        <translation>اس جانچ کا جواب پروگرام خود دیتا ہے۔</translation>
    </message>
    <message>
        <source>Write what is wrong.</source>
        <translation>لکھیں کہ کیا خرابی ہے۔</translation>
    </message>
    <message>
        <source>There is no such check.</source>
        <translation>ایسی کوئی جانچ نہیں۔</translation>
    </message>
    <message>
        <source>The incoming officer must be another person.</source>
        <translation>آنے والا افسر کوئی اور شخص ہونا چاہیے۔</translation>
    </message>
    <message>
        <source>This officer&apos;s role may not take duty.</source>
        <translation>اس افسر کا کردار ڈیوٹی نہیں لے سکتا۔</translation>
    </message>
    <message>
        <source>The incoming officer has not said yet who he is.</source>
        <translation>آنے والے افسر نے ابھی اپنی شناخت نہیں بتائی۔</translation>
    </message>
    <message>
        <source>This incident is not on the form.</source>
        <translation>یہ واقعہ فارم پر نہیں ہے۔</translation>
    </message>
    <message>
        <source>Still to be opened by the incoming officer: {labels} ({count}).</source>
        <translation>آنے والے افسر کو ابھی کھولنے ہیں: {labels} ({count})۔</translation>
    </message>
    <message>
        <source>This handover is not what was signed: its content no longer gives its hash.</source>
        <translation>یہ حوالگی وہ نہیں جس پر دستخط ہوئے: اس کا متن اب اپنے ہیش سے نہیں ملتا۔</translation>
    </message>
    <message>
        <source>This handover cannot be read.</source>
        <translation>یہ حوالگی پڑھی نہیں جا سکتی۔</translation>
    </message>
    <message>
        <source>There is no such handover.</source>
        <translation>ایسی کوئی حوالگی نہیں۔</translation>
    </message>
    <message>
        <source>A request to preserve data belongs to a cyber or fake-ID incident.</source>
        <translation>ڈیٹا محفوظ رکھنے کی درخواست سائبر یا جعلی آئی ڈی کے واقعے کی ہوتی ہے۔</translation>
    </message>
    <message>
        <source>Say what is to be preserved and by whom.</source>
        <translation>لکھیں کہ کیا محفوظ رکھنا ہے اور کون رکھے۔</translation>
    </message>
    <message>
        <source>Nothing at {host} can be reached; look at the network and the address.</source>
        <translation>پتے {host} پر کسی تک رسائی نہیں؛ نیٹ ورک اور پتہ دیکھیں۔</translation>
    </message>
    <message>
        <source>Nothing answers on this port of {host}. Perhaps ONVIF is switched off in the camera.</source>
        <translation>آلے {host} کی اس پورٹ پر کوئی جواب نہیں۔ شاید کیمرے میں ONVIF بند ہے۔</translation>
    </message>
    <message>
        <source>The device at {host} did not answer in time.</source>
        <translation>آلے {host} نے وقت پر جواب نہیں دیا۔</translation>
    </message>
    <message>
        <source>The device at {host} refused user and password; they are not tried again until they change.</source>
        <translation>آلے {host} نے صارف اور پاس ورڈ قبول نہیں کیے؛ بدلنے تک دوبارہ کوشش نہیں ہو گی۔</translation>
    </message>
    <message>
        <source>The device at {host} knows this user, but he may not do this there.</source>
        <translation>آلہ {host} اس صارف کو جانتا ہے، مگر اسے وہاں اس کی اجازت نہیں۔</translation>
    </message>
    <message>
        <source>The device at {host} refused the login, perhaps because its clock is wrong. Set its clock first.</source>
        <translation>آلے {host} نے لاگ اِن قبول نہیں کیا، شاید اس کی گھڑی غلط ہے۔ پہلے اس کی گھڑی درست کریں۔</translation>
    </message>
    <message>
        <source>The device at {host} cannot do this.</source>
        <translation>آلہ {host} یہ نہیں کر سکتا۔</translation>
    </message>
    <message>
        <source>The device at {host} reports a fault of its own: {words}.</source>
        <translation>آلہ {host} خود اپنی خرابی بتاتا ہے: {words}۔</translation>
    </message>
    <message>
        <source>The device at {host} answers, but not as an ONVIF camera does.</source>
        <translation>آلہ {host} جواب دیتا ہے، مگر ONVIF کیمرے کی طرح نہیں۔</translation>
    </message>
    <message>
        <source>The device at {host} sent far more than a camera should; this was stopped.</source>
        <translation>آلے {host} نے کیمرے کی حد سے کہیں زیادہ بھیجا؛ اسے روک دیا گیا۔</translation>
    </message>
    <message>
        <source>The device at {host} points elsewhere; the login is not sent there.</source>
        <translation>آلہ {host} کہیں اور بھیجتا ہے؛ لاگ اِن وہاں نہیں بھیجا جاتا۔</translation>
    </message>
    <message>
        <source>The device at {host} shows a certificate that nobody has accepted yet.</source>
        <translation>آلہ {host} ایسا سرٹیفکیٹ دکھاتا ہے جو ابھی کسی نے قبول نہیں کیا۔</translation>
    </message>
    <message>
        <source>The device at {host} shows another certificate than before; it got no login.</source>
        <translation>آلہ {host} پہلے سے مختلف سرٹیفکیٹ دکھاتا ہے؛ اسے لاگ اِن نہیں دیا گیا۔</translation>
    </message>
    <message>
        <source>The connection to {host} was closed meanwhile.</source>
        <translation>آلے {host} سے رابطہ اس دوران بند ہو گیا۔</translation>
    </message>
    <message>
        <source>The device at {host} refused this login before; it is not sent again before it changes.</source>
        <translation>آلے {host} نے یہ لاگ اِن پہلے رد کیا تھا؛ بدلنے تک دوبارہ نہیں بھیجا جائے گا۔</translation>
    </message>
    <message>
        <source>The text “{address}” is no address of a camera; write HOST or HOST:PORT.</source>
        <translation>متن ”{address}“ کیمرے کا پتہ نہیں؛ HOST یا HOST:PORT لکھیں۔</translation>
    </message>
    <message>
        <source>The device at {host} names no stream that can be shown.</source>
        <translation>آلہ {host} کوئی ایسی سٹریم نہیں بتاتا جو دکھائی جا سکے۔</translation>
    </message>
    <message>
        <source>This camera has no ONVIF address yet.</source>
        <translation>اس کیمرے کا ابھی کوئی ONVIF پتہ نہیں۔</translation>
    </message>
    <message>
        <source>The text “{range}” is no range of addresses; write 192.0.2.0/24 or 192.0.2.10-40.</source>
        <translation>متن ”{range}“ پتوں کی حد نہیں؛ یوں لکھیں: 192.0.2.0/24 یا 192.0.2.10-40۔</translation>
    </message>
    <message>
        <source>A range may have {most} addresses at most.</source>
        <translation>ایک حد میں زیادہ سے زیادہ {most} پتے ہو سکتے ہیں۔</translation>
    </message>
    <message>
        <source>The word “{word}” is none of a template&apos;s: place, n, maker, model, name, address.</source>
        <translation>لفظ ”{word}“ نمونے کے الفاظ میں سے نہیں: place، n، maker، model، name، address۔</translation>
    </message>
    <message>
        <source>This was refused ({code}); nothing was changed.</source>
        <translation>یہ رد ہوا ({code})؛ کچھ نہیں بدلا۔</translation>
    </message>
    <message>
        <source>The vault of camera passwords does not open; its key is missing or does not fit.</source>
        <translation>کیمروں کے پاس ورڈ کی تجوری نہیں کھلتی؛ اس کی کنجی غائب ہے یا نہیں لگتی۔</translation>
    </message>
    <message>
        <source>The data folder was written by a newer console. It was left untouched; please update this one.</source>
        <translation>ڈیٹا فولڈر نئے کنسول کا لکھا ہوا ہے۔ اسے چھیڑا نہیں گیا؛ براہ کرم اس کنسول کو اپ ڈیٹ کریں۔</translation>
    </message>
    <message>
        <source>The database is damaged. It was left untouched; a backup lies in the backups folder.</source>
        <translation>ڈیٹا بیس خراب ہے۔ اسے چھیڑا نہیں گیا؛ بیک اپ فولڈر میں نقل موجود ہے۔</translation>
    </message>
    <message>
        <source>This did not work; nothing was changed.</source>
        <translation>یہ نہیں ہو سکا؛ کچھ نہیں بدلا۔</translation>
    </message>
    <message>
        <source>Write day and time like {example}.</source>
        <translation>دن اور وقت یوں لکھیں: {example}۔</translation>
    </message>
    <message>
        <source>A telephone number has digits, blanks and + - / ( ) only, {most} signs at most.</source>
        <translation>فون نمبر میں صرف ہندسے، خالی جگہ اور + - / ( ) ہوتے ہیں، زیادہ سے زیادہ {most} نشان۔</translation>
    </message>
    <message>
        <source>A call-back needs a telephone number.</source>
        <translation>جوابی کال کے لیے فون نمبر ضروری ہے۔</translation>
    </message>
    <message>
        <source>A shop has {cameras} cameras and keeps footage for {days} days at most.</source>
        <translation>دکان کے زیادہ سے زیادہ {cameras} کیمرے ہوتے ہیں اور وہ فوٹیج {days} دن تک رکھتی ہے۔</translation>
    </message>
    <message>
        <source>This contact is not there any more.</source>
        <translation>یہ رابطہ اب موجود نہیں۔</translation>
    </message>
    <message>
        <source>This committee is not there any more.</source>
        <translation>یہ کمیٹی اب موجود نہیں۔</translation>
    </message>
    <message>
        <source>There is a committee of this name already.</source>
        <translation>اس نام کی کمیٹی پہلے سے موجود ہے۔</translation>
    </message>
    <message>
        <source>This place is not there any more.</source>
        <translation>یہ جگہ اب موجود نہیں۔</translation>
    </message>
    <message>
        <source>A meeting is noted after it took place.</source>
        <translation>اجلاس ہو جانے کے بعد درج کیا جاتا ہے۔</translation>
    </message>
    <message>
        <source>The number of people present lies between 0 and {most}.</source>
        <translation>حاضرین کی تعداد 0 اور {most} کے درمیان ہوتی ہے۔</translation>
    </message>
    <message>
        <source>Say which camera, or what the footage should show.</source>
        <translation>لکھیں کہ کون سا کیمرہ، یا فوٹیج میں کیا ہونا چاہیے۔</translation>
    </message>
    <message>
        <source>Say why the footage is needed.</source>
        <translation>لکھیں کہ فوٹیج کیوں درکار ہے۔</translation>
    </message>
    <message>
        <source>This request is not there any more.</source>
        <translation>یہ درخواست اب موجود نہیں۔</translation>
    </message>
    <message>
        <source>The end must come after the beginning.</source>
        <translation>اختتام آغاز کے بعد ہونا چاہیے۔</translation>
    </message>
    <message>
        <source>A request is noted after it was made.</source>
        <translation>درخواست کرنے کے بعد درج کی جاتی ہے۔</translation>
    </message>
    <message>
        <source>Say whether the footage was given or refused.</source>
        <translation>لکھیں کہ فوٹیج دی گئی یا انکار ہوا۔</translation>
    </message>
    <message>
        <source>Say how the footage was handed over.</source>
        <translation>لکھیں کہ فوٹیج کیسے حوالے کی گئی۔</translation>
    </message>
    <message>
        <source>Say what the consent is for.</source>
        <translation>لکھیں کہ رضامندی کس بات کی ہے۔</translation>
    </message>
    <message>
        <source>This consent is not there any more.</source>
        <translation>یہ رضامندی اب موجود نہیں۔</translation>
    </message>
    <message>
        <source>This consent was withdrawn; note a new one.</source>
        <translation>یہ رضامندی واپس لی جا چکی؛ نئی درج کریں۔</translation>
    </message>
    <message>
        <source>A complaint comes from a citizen, a caller, a committee or a journalist.</source>
        <translation>شکایت کسی شہری، کالر، کمیٹی یا صحافی کی ہوتی ہے۔</translation>
    </message>
    <message>
        <source>Say in a few words what the complaint is about.</source>
        <translation>چند الفاظ میں لکھیں کہ شکایت کس بارے میں ہے۔</translation>
    </message>
    <message>
        <source>The time to call back by is over already.</source>
        <translation>جوابی کال کا وقت پہلے ہی گزر چکا ہے۔</translation>
    </message>
    <message>
        <source>Give the notice a title: who or what is looked for.</source>
        <translation>نوٹس کا عنوان لکھیں: کس کی یا کس چیز کی تلاش ہے۔</translation>
    </message>
    <message>
        <source>Say who issued the notice.</source>
        <translation>لکھیں کہ نوٹس کس نے جاری کیا۔</translation>
    </message>
    <message>
        <source>A notice of a vehicle needs its plate.</source>
        <translation>گاڑی کے نوٹس کے لیے نمبر پلیٹ ضروری ہے۔</translation>
    </message>
    <message>
        <source>A notice needs an end that lies ahead, {days} days at most.</source>
        <translation>نوٹس کی آئندہ میعاد ضروری ہے، زیادہ سے زیادہ {days} دن۔</translation>
    </message>
    <message>
        <source>This notice is not there any more.</source>
        <translation>یہ نوٹس اب موجود نہیں۔</translation>
    </message>
    <message>
        <source>Notice {label} has ended already; post a new one.</source>
        <translation>نوٹس {label} پہلے ہی ختم ہو چکا؛ نیا لگائیں۔</translation>
    </message>
    <message>
        <source>The time it was seen lies ahead.</source>
        <translation>نظر آنے کا وقت ابھی نہیں آیا۔</translation>
    </message>
    <message>
        <source>The picture&apos;s file is larger than {megabytes} MB.</source>
        <translation>تصویر کی فائل {megabytes} MB سے بڑی ہے۔</translation>
    </message>
    <message>
        <source>The file is no PNG or JPEG picture.</source>
        <translation>یہ فائل PNG یا JPEG تصویر نہیں۔</translation>
    </message>
    <message>
        <source>The picture has too many or too few pixels.</source>
        <translation>تصویر میں پکسل بہت زیادہ یا بہت کم ہیں۔</translation>
    </message>
    <message>
        <source>The picture is damaged and cannot be shown.</source>
        <translation>تصویر خراب ہے اور دکھائی نہیں جا سکتی۔</translation>
    </message>
    <message>
        <source>The picture&apos;s file is missing.</source>
        <translation>تصویر کی فائل موجود نہیں۔</translation>
    </message>
    <message>
        <source>The picture&apos;s file is not the one that was taken in; it is not shown.</source>
        <translation>تصویر کی فائل وہ نہیں جو لی گئی تھی؛ اسے نہیں دکھایا جاتا۔</translation>
    </message>
    <message>
        <source>This camera is held by {name}; unmoved it is free in {seconds} s.</source>
        <translation>یہ کیمرہ {name} کے پاس ہے؛ نہ ہلایا گیا تو {seconds} سیکنڈ میں خالی ہو گا۔</translation>
    </message>
    <message>
        <source>This camera was taken over by somebody else.</source>
        <translation>یہ کیمرہ کسی اور نے لے لیا۔</translation>
    </message>
    <message>
        <source>The camera&apos;s password cannot be read: the vault is locked.</source>
        <translation>کیمرے کا پاس ورڈ پڑھا نہیں جا سکتا: تجوری مقفل ہے۔</translation>
    </message>
    <message>
        <source>This camera cannot do that.</source>
        <translation>یہ کیمرہ ایسا نہیں کر سکتا۔</translation>
    </message>
    <message>
        <source>The camera does not take the order to stop yet; it is tried again.</source>
        <translation>کیمرہ ابھی رکنے کا حکم نہیں مان رہا؛ دوبارہ کوشش جاری ہے۔</translation>
    </message>
    <message>
        <source>The camera has stopped now.</source>
        <translation>کیمرہ اب رک گیا ہے۔</translation>
    </message>
    <message>
        <source>Say which way the camera is to move.</source>
        <translation>بتائیں کہ کیمرہ کس طرف گھومے۔</translation>
    </message>
    <message>
        <source>Steering has ended; try again.</source>
        <translation>کیمرہ گھمانا ختم ہو گیا؛ دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>The privacy sector “{sector}” is closed; a supervisor may look into it.</source>
        <translation>پرائیویسی سیکٹر ”{sector}“ بند ہے؛ سپروائزر اس میں دیکھ سکتا ہے۔</translation>
    </message>
    <message>
        <source>A preset&apos;s or patrol&apos;s number lies between {low} and {high}.</source>
        <translation>پری سیٹ یا گشت کا نمبر {low} اور {high} کے درمیان ہوتا ہے۔</translation>
    </message>
    <message>
        <source>This camera has no preset {number}.</source>
        <translation>اس کیمرے کا پری سیٹ {number} نہیں ہے۔</translation>
    </message>
    <message>
        <source>The camera has lost preset {number}; store it again.</source>
        <translation>کیمرے سے پری سیٹ {number} مٹ گیا ہے؛ اسے دوبارہ محفوظ کریں۔</translation>
    </message>
    <message>
        <source>A name has 1 to {longest} letters that can be seen.</source>
        <translation>نام میں 1 سے {longest} نظر آنے والے حروف ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>This camera has no patrol {number}.</source>
        <translation>اس کیمرے کا گشت {number} نہیں ہے۔</translation>
    </message>
    <message>
        <source>A patrol has {least} to {most} presets.</source>
        <translation>گشت میں {least} سے {most} پری سیٹ ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>A preset of a patrol is watched for {least} to {most} seconds.</source>
        <translation>گشت ہر پری سیٹ پر {least} سے {most} سیکنڈ ٹھہرتا ہے۔</translation>
    </message>
    <message>
        <source>A privacy sector needs edges that enclose something.</source>
        <translation>پرائیویسی سیکٹر کے کنارے ایسے ہوں جو کسی حصے کو گھیریں۔</translation>
    </message>
    <message>
        <source>What is given for axis {axis} does not fit: its dead zone or its curve is out of range.</source>
        <translation>محور {axis} کی دی گئی قدریں درست نہیں: اس کا ڈیڈ زون یا خم حد سے باہر ہے۔</translation>
    </message>
    <message>
        <source>Axis {axis} is used twice.</source>
        <translation>محور {axis} دو بار استعمال ہوا ہے۔</translation>
    </message>
    <message>
        <source>The range of axis {axis} is too small, or its centre lies outside it. Learn the range again.</source>
        <translation>محور {axis} کی حد بہت چھوٹی ہے، یا اس کا مرکز حد سے باہر ہے۔ حد دوبارہ معلوم کریں۔</translation>
    </message>
    <message>
        <source>Button {button} cannot be given this command.</source>
        <translation>بٹن {button} کو یہ کام نہیں دیا جا سکتا۔</translation>
    </message>
    <message>
        <source>This file is no joystick arrangement of this version of the console; “{part}” does not fit.</source>
        <translation>یہ فائل کنسول کے اس ورژن کی جوائے اسٹک ترتیب نہیں؛ ”{part}“ درست نہیں۔</translation>
    </message>
</context>
<context>
    <name>screens</name>
    <message>
        <source>No camera</source>
        <translation>کوئی کیمرہ نہیں</translation>
    </message>
    <message>
        <source>Unsaved wall</source>
        <translation>بے نام دیوار</translation>
    </message>
    <message>
        <source>Screen {number} · {size}</source>
        <translation>سکرین {number} · {size}</translation>
    </message>
    <message>
        <source>Screen {number} · {name} · {size}</source>
        <translation>سکرین {number} · {name} · {size}</translation>
    </message>
    <message>
        <source>This wall to</source>
        <translation>یہ دیوار بھیجیں</translation>
    </message>
    <message>
        <source>Camera {camera} alone to</source>
        <translation>صرف کیمرہ {camera} بھیجیں</translation>
    </message>
    <message>
        <source>Selected camera alone to</source>
        <translation>صرف منتخب کیمرہ بھیجیں</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>منتقل کریں</translation>
    </message>
    <message>
        <source>This computer has no other screen now.</source>
        <translation>اس کمپیوٹر کی ابھی کوئی دوسری سکرین نہیں۔</translation>
    </message>
    <message>
        <source>A window of its own</source>
        <translation>اپنی الگ ونڈو</translation>
    </message>
    <message>
        <source>free</source>
        <translation>خالی</translation>
    </message>
    <message>
        <source>stands here</source>
        <translation>یہیں ہے</translation>
    </message>
    <message>
        <source>changes places with “{title}”</source>
        <translation>”{title}“ سے جگہ بدلے گا</translation>
    </message>
    <message>
        <source>replaces “{title}”</source>
        <translation>”{title}“ کی جگہ لے گا</translation>
    </message>
    <message>
        <source>Show it here in a window</source>
        <translation>یہاں ونڈو میں دکھائیں</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>اس پر جائیں</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>Take all back</source>
        <translation>سب واپس لیں</translation>
    </message>
    <message>
        <source>“{title}” in a window</source>
        <translation>”{title}“ ونڈو میں</translation>
    </message>
    <message>
        <source>“{title}” waits for screen {screen}</source>
        <translation>”{title}“ سکرین {screen} کا منتظر</translation>
    </message>
    <message>
        <source>“{title}” on screen {number}</source>
        <translation>”{title}“ سکرین {number} پر</translation>
    </message>
</context>
<context>
    <name>self._model</name>
    <message>
        <source>console</source>
        <translation>کنسول</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Name of this control room</source>
        <translation>اس کنٹرول روم کا نام</translation>
    </message>
    <message>
        <source>Stands in the top strip.</source>
        <translation>اوپر کی پٹی میں نظر آتا ہے۔</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>رنگ</translation>
    </message>
    <message>
        <source>Dark for rooms without daylight, light for rooms with windows.</source>
        <translation>اندھیرے کمروں کے لیے گہرا، کھڑکی والے کمروں کے لیے روشن۔</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>زبان</translation>
    </message>
    <message>
        <source>The screen is mirrored for Urdu; pictures never are.</source>
        <translation>اردو میں سکرین الٹ جاتی ہے؛ تصویریں کبھی نہیں۔</translation>
    </message>
    <message>
        <source>Time zone of the screen</source>
        <translation>سکرین کا ٹائم زون</translation>
    </message>
    <message>
        <source>Files always carry UTC.</source>
        <translation>فائلوں میں ہمیشہ UTC ہوتا ہے۔</translation>
    </message>
    <message>
        <source>Pictures per second on the wall</source>
        <translation>دیوار پر فی سیکنڈ تصویریں</translation>
    </message>
    <message>
        <source>The selected camera always gets its full rate.</source>
        <translation>منتخب کیمرے کو ہمیشہ پوری رفتار ملتی ہے۔</translation>
    </message>
    <message>
        <source>The wall opens with</source>
        <translation>دیوار کس طرح کھلے</translation>
    </message>
    <message>
        <source>F5 changes it at any time.</source>
        <translation>‏F5 اسے کسی بھی وقت بدلتا ہے۔</translation>
    </message>
    <message>
        <source>Full picture from this tile width (pixels)</source>
        <translation>خانے کی اس چوڑائی سے بڑی تصویر (پکسل)</translation>
    </message>
    <message>
        <source>Narrower tiles take the camera&apos;s small stream.</source>
        <translation>تنگ خانے کیمرے کی چھوٹی سٹریم لیتے ہیں۔</translation>
    </message>
    <message>
        <source>Show the column beside the wall</source>
        <translation>دیوار کے ساتھ والا کالم دکھائیں</translation>
    </message>
    <message>
        <source>It holds what needs attention and the list of cameras.</source>
        <translation>اس میں توجہ طلب باتیں اور کیمروں کی فہرست ہے۔</translation>
    </message>
    <message>
        <source>Watch board beside the wall</source>
        <translation>دیوار کے ساتھ تلاش بورڈ</translation>
    </message>
    <message>
        <source>Missing children, wanted persons and vehicles; Shift+F3 shows and hides it.</source>
        <translation>گمشدہ بچے، مطلوب افراد اور گاڑیاں؛ Shift+F3 سے دکھائیں اور چھپائیں۔</translation>
    </message>
    <message>
        <source>A step of a tour lasts (seconds)</source>
        <translation>ٹور کے ایک قدم کا وقت (سیکنڈ)</translation>
    </message>
    <message>
        <source>Counts for tours and steps that have no time of their own.</source>
        <translation>ان ٹور اور قدموں کے لیے جن کا اپنا وقت نہیں۔</translation>
    </message>
    <message>
        <source>Hold a tour while the pointer moves over the wall</source>
        <translation>دیوار پر ماؤس ہلے تو ٹور ٹھہرائیں</translation>
    </message>
    <message>
        <source>It goes on by itself shortly after the pointer left or rests.</source>
        <translation>ماؤس ہٹنے یا رکنے کے تھوڑی دیر بعد خود چل پڑتا ہے۔</translation>
    </message>
    <message>
        <source>Hold a tour when a camera has an alarm</source>
        <translation>کیمرے پر الارم ہو تو ٹور ٹھہرائیں</translation>
    </message>
    <message>
        <source>It shows that camera and goes on when the alarm is over, or on Space.</source>
        <translation>وہی کیمرہ دکھاتا ہے؛ الارم ختم ہونے یا Space دبانے پر آگے چلتا ہے۔</translation>
    </message>
    <message>
        <source>How video travels for new cameras</source>
        <translation>نئے کیمروں کی ویڈیو کیسے آئے</translation>
    </message>
    <message>
        <source>TCP loses nothing; UDP is for old cameras; HTTP passes firewalls.</source>
        <translation>‏TCP میں کچھ ضائع نہیں ہوتا؛ UDP پرانے کیمروں کے لیے؛ HTTP فائر وال سے گزرتا ہے۔</translation>
    </message>
    <message>
        <source>Call a picture late after (seconds)</source>
        <translation>تصویر کو تاخیر زدہ کہیں (سیکنڈ بعد)</translation>
    </message>
    <message>
        <source>The tile turns amber and says how old the picture is.</source>
        <translation>خانہ زرد ہو کر بتاتا ہے کہ تصویر کتنی پرانی ہے۔</translation>
    </message>
    <message>
        <source>Connect again after silence of (seconds)</source>
        <translation>خاموشی کے بعد دوبارہ جڑیں (سیکنڈ)</translation>
    </message>
    <message>
        <source>Must be longer than the time after which a picture is late.</source>
        <translation>یہ تاخیر کے وقت سے زیادہ ہونا چاہیے۔</translation>
    </message>
    <message>
        <source>Pause between two cameras opening (milliseconds)</source>
        <translation>دو کیمرے کھلنے کے درمیان وقفہ (ملی سیکنڈ)</translation>
    </message>
    <message>
        <source>Spares the network when many cameras start or return at once.</source>
        <translation>بہت سے کیمرے ایک ساتھ آئیں تو نیٹ ورک پر بوجھ نہیں پڑتا۔</translation>
    </message>
    <message>
        <source>Check the certificates of encrypted cameras</source>
        <translation>خفیہ کاری والے کیمروں کے سرٹیفکیٹ جانچیں</translation>
    </message>
    <message>
        <source>Most cameras carry a certificate nobody signed; leave it off for those.</source>
        <translation>اکثر کیمروں کا سرٹیفکیٹ کسی نے دستخط نہیں کیا ہوتا؛ ان کے لیے بند رکھیں۔</translation>
    </message>
    <message>
        <source>Decode video with</source>
        <translation>ویڈیو کس سے ڈی کوڈ ہو</translation>
    </message>
    <message>
        <source>Automatic gives pictures of 1280×720 and more to a graphics device that works; a camera it fails on goes on with the processor.</source>
        <translation>خودکار میں ⁦1280×720⁩ اور بڑی تصویریں چلتے گرافکس کارڈ کو ملتی ہیں؛ جس کیمرے پر وہ ناکام ہو وہ پروسیسر پر چلتا ہے۔</translation>
    </message>
    <message>
        <source>Cameras decoded by graphics at once, at most</source>
        <translation>گرافکس سے ایک ساتھ زیادہ سے زیادہ کیمرے</translation>
    </message>
    <message>
        <source>Graphics devices bear only so many; the selected and large tiles come first.</source>
        <translation>گرافکس کارڈ کی ایک حد ہوتی ہے؛ منتخب اور بڑے خانے پہلے آتے ہیں۔</translation>
    </message>
    <message>
        <source>Draw the wall with</source>
        <translation>دیوار کس سے بنے</translation>
    </message>
    <message>
        <source>Automatic uses graphics for walls larger than 1920×1080, and only a real graphics device.</source>
        <translation>خودکار ⁦1920×1080⁩ سے بڑی دیواروں کے لیے گرافکس لیتا ہے، اور صرف اصلی گرافکس کارڈ۔</translation>
    </message>
    <message>
        <source>Watch the pictures themselves</source>
        <translation>خود تصویروں پر نظر رکھیں</translation>
    </message>
    <message>
        <source>Finds frozen, covered, black and unsharp pictures.</source>
        <translation>جمی ہوئی، ڈھکی ہوئی، کالی اور دھندلی تصویریں پکڑتا ہے۔</translation>
    </message>
    <message>
        <source>Report a bad picture after (seconds)</source>
        <translation>خراب تصویر کی اطلاع دیں (سیکنڈ بعد)</translation>
    </message>
    <message>
        <source>A picture must stay bad this long before the console says so.</source>
        <translation>کنسول کے کہنے سے پہلے تصویر اتنی دیر خراب رہنی چاہیے۔</translation>
    </message>
    <message>
        <source>Loudness of a camera&apos;s sound (percent)</source>
        <translation>کیمرے کی آواز کتنی بلند ہو (فیصد)</translation>
    </message>
    <message>
        <source>Shift+F9 lets the selected camera be heard; after a start all are silent.</source>
        <translation>‏Shift+F9 سے منتخب کیمرے کی آواز آتی ہے؛ شروع میں سب خاموش ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>The sound goes with the selection</source>
        <translation>آواز انتخاب کے ساتھ چلے</translation>
    </message>
    <message>
        <source>Otherwise it stays with the camera it was switched on for.</source>
        <translation>ورنہ اسی کیمرے کی رہتی ہے جس کے لیے کھولی گئی۔</translation>
    </message>
    <message>
        <source>Second way of reading video (VLC)</source>
        <translation>ویڈیو پڑھنے کا دوسرا طریقہ (VLC)</translation>
    </message>
    <message>
        <source>Tried where this console cannot read a camera&apos;s video and VLC is installed.</source>
        <translation>تب آزمایا جاتا ہے جب کنسول کیمرے کی ویڈیو نہ پڑھ سکے اور VLC نصب ہو۔</translation>
    </message>
    <message>
        <source>Send a camera home when nobody has moved it for (minutes, 0 = never)</source>
        <translation>کوئی نہ ہلائے تو کیمرہ ہوم پر بھیجیں (منٹ بعد، 0 = کبھی نہیں)</translation>
    </message>
    <message>
        <source>Cameras that somebody holds, and those on patrol, are left alone.</source>
        <translation>جو کیمرے کسی کے پاس ہوں یا گشت پر ہوں، انہیں نہیں چھیڑا جاتا۔</translation>
    </message>
    <message>
        <source>Listen to what cameras tell of themselves</source>
        <translation>کیمرے اپنے بارے میں جو بتائیں وہ سنیں</translation>
    </message>
    <message>
        <source>Tampering, a turned camera, lost signal, storage and alarm inputs, by ONVIF. Motion is only marked.</source>
        <translation>چھیڑ چھاڑ، گھمایا ہوا کیمرہ، سگنل نہ ہونا، سٹوریج اور الارم اِن پٹ، بذریعہ ONVIF۔ حرکت پر صرف نشان لگتا ہے۔</translation>
    </message>
    <message>
        <source>Keep what cameras told for (days)</source>
        <translation>کیمروں کی اطلاعات محفوظ رکھیں (دن)</translation>
    </message>
    <message>
        <source>Of one camera never more than its newest 5000.</source>
        <translation>ایک کیمرے کی صرف تازہ ترین 5000 تک۔</translation>
    </message>
    <message>
        <source>Slow the least important tiles when this computer cannot keep up</source>
        <translation>کمپیوٹر پر بوجھ ہو تو کم اہم خانے سست کریں</translation>
    </message>
    <message>
        <source>Each slowed tile says so. Selected, zoomed and alarmed tiles are never slowed.</source>
        <translation>ہر سست خانہ یہ بتاتا ہے۔ منتخب، بڑے کیے ہوئے اور الارم والے خانے کبھی سست نہیں ہوتے۔</translation>
    </message>
    <message>
        <source>Slow tiles from this use of the processor (percent)</source>
        <translation>پروسیسر کے اتنے استعمال سے خانے سست کریں (فیصد)</translation>
    </message>
    <message>
        <source>Of all its cores. Lower leaves more for other programs.</source>
        <translation>تمام کور ملا کر۔ کم رکھیں تو دوسرے پروگراموں کو زیادہ ملتا ہے۔</translation>
    </message>
    <message>
        <source>Slow tiles when the screen lags behind your hand by (milliseconds)</source>
        <translation>سکرین ہاتھ سے اتنی پیچھے رہے تو خانے سست کریں (ملی سیکنڈ)</translation>
    </message>
    <message>
        <source>Lower answers keys and mouse sooner under load, at the cost of the tiles.</source>
        <translation>کم رکھیں تو بوجھ میں کنجیاں اور ماؤس جلد جواب دیتے ہیں، مگر خانے سست ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>Pictures per second of a slowed tile, at most</source>
        <translation>سست خانے کی فی سیکنڈ زیادہ سے زیادہ تصویریں</translation>
    </message>
    <message>
        <source>Where that is not enough, pictures are left out as well.</source>
        <translation>یہ کافی نہ ہو تو کچھ تصویریں چھوڑ بھی دی جاتی ہیں۔</translation>
    </message>
    <message>
        <source>Code of this station</source>
        <translation>اس سٹیشن کا کوڈ</translation>
    </message>
    <message>
        <source>Begins the numbers of incidents on papers and names this station in the audit.</source>
        <translation>کاغذات پر واقعات کے نمبر اسی سے شروع ہوتے ہیں، اور آڈٹ میں یہی اس سٹیشن کا نام ہے۔</translation>
    </message>
    <message>
        <source>Lock by itself after (minutes)</source>
        <translation>خود مقفل ہو (منٹ بعد)</translation>
    </message>
    <message>
        <source>Counts from the last key or move of the mouse; 0 never locks by itself.</source>
        <translation>آخری کنجی یا ماؤس کی حرکت سے گنا جاتا ہے؛ 0 ہو تو کبھی خود مقفل نہیں ہوتا۔</translation>
    </message>
    <message>
        <source>Locking covers the other screens too</source>
        <translation>قفل دوسری سکرینوں کو بھی ڈھانپے</translation>
    </message>
    <message>
        <source>Off: the walls on other screens go on for the room.</source>
        <translation>بند ہو تو دوسری سکرینوں کی دیواریں کمرے کے لیے چلتی رہتی ہیں۔</translation>
    </message>
    <message>
        <source>A camera counts as lost after (seconds)</source>
        <translation>کیمرے کو منقطع مانیں (سیکنڈ بعد)</translation>
    </message>
    <message>
        <source>Shorter losses are neither in the running log nor on the handover form.</source>
        <translation>اس سے کم دیر کا انقطاع نہ رواں لاگ میں آتا ہے نہ حوالگی کے فارم پر۔</translation>
    </message>
    <message>
        <source>A camera is near an incident within (metres)</source>
        <translation>واقعے کے قریب کے کیمرے کا فاصلہ (میٹر)</translation>
    </message>
    <message>
        <source>Cameras that near are noted with the state they had.</source>
        <translation>اتنے قریب کے کیمرے اپنی اس وقت کی حالت کے ساتھ درج ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>Keep recordings before an incident (minutes)</source>
        <translation>واقعے سے پہلے کی ریکارڈنگ رکھیں (منٹ)</translation>
    </message>
    <message>
        <source>Recordings of its cameras are not deleted from then on.</source>
        <translation>اس وقت سے واقعے کے کیمروں کی ریکارڈنگ نہیں مٹائی جاتی۔</translation>
    </message>
    <message>
        <source>Keep recordings after an incident (minutes)</source>
        <translation>واقعے کے بعد کی ریکارڈنگ رکھیں (منٹ)</translation>
    </message>
    <message>
        <source>Recordings of its cameras are not deleted until then.</source>
        <translation>اس وقت تک واقعے کے کیمروں کی ریکارڈنگ نہیں مٹائی جاتی۔</translation>
    </message>
    <message>
        <source>Keep a picture with each new incident</source>
        <translation>ہر نئے واقعے کے ساتھ تصویر رکھیں</translation>
    </message>
    <message>
        <source>The selected camera&apos;s picture of the moment F2 was pressed.</source>
        <translation>منتخب کیمرے کی اس لمحے کی تصویر جب F2 دبایا گیا۔</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>گہرا</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>روشن</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>تمام جگہیں</translation>
    </message>
    <message>
        <source>What works</source>
        <translation>جو چل رہے ہیں</translation>
    </message>
    <message>
        <source>TCP (usual)</source>
        <translation>‏TCP (عام)</translation>
    </message>
    <message>
        <source>UDP</source>
        <translation>UDP</translation>
    </message>
    <message>
        <source>HTTP tunnel</source>
        <translation>‏HTTP سرنگ</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>خودکار</translation>
    </message>
    <message>
        <source>Processor only</source>
        <translation>صرف پروسیسر</translation>
    </message>
    <message>
        <source>Graphics where possible</source>
        <translation>جہاں ہو سکے گرافکس</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>کبھی نہیں</translation>
    </message>
    <message>
        <source>Where needed</source>
        <translation>جہاں ضرورت ہو</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>جگہ</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>سکرین</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>دیوار</translation>
    </message>
    <message>
        <source>Tours</source>
        <translation>ٹور</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>سٹریم</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>ویڈیو</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>تصویریں</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>آواز</translation>
    </message>
    <message>
        <source>Under load</source>
        <translation>بوجھ میں</translation>
    </message>
    <message>
        <source>Sign-in and lock</source>
        <translation>سائن اِن اور قفل</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>واقعات</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>شفٹیں</translation>
    </message>
    <message>
        <source>Steering cameras</source>
        <translation>کیمرے گھمانا</translation>
    </message>
    <message>
        <source>What cameras tell</source>
        <translation>کیمروں کی اطلاعات</translation>
    </message>
    <message>
        <source>Graphics devices are not looked for.</source>
        <translation>گرافکس کارڈ تلاش نہیں کیے جاتے۔</translation>
    </message>
    <message>
        <source>Graphics devices have not been tried yet in this run.</source>
        <translation>اس بار گرافکس کارڈ ابھی نہیں آزمائے گئے۔</translation>
    </message>
    <message>
        <source>Cameras decoded by graphics now: {count}.</source>
        <translation>ابھی گرافکس سے ڈی کوڈ ہونے والے کیمرے: {count}۔</translation>
    </message>
    <message>
        <source>Graphics failed on some cameras, which go on with the processor: {count}.</source>
        <translation>کچھ کیمروں پر گرافکس ناکام رہا، وہ پروسیسر پر چل رہے ہیں: {count}۔</translation>
    </message>
    <message>
        <source>Found and tried: {devices}.</source>
        <translation>ملے اور آزمائے گئے: {devices}۔</translation>
    </message>
    <message>
        <source>This build knows no graphics devices.</source>
        <translation>یہ کنسول کسی گرافکس کارڈ کو نہیں پہچانتا۔</translation>
    </message>
    <message>
        <source>No graphics device of this computer decodes video (tried: {devices}).</source>
        <translation>اس کمپیوٹر کا کوئی گرافکس کارڈ ویڈیو ڈی کوڈ نہیں کرتا (آزمائے گئے: {devices})۔</translation>
    </message>
    <message>
        <source>{device} did not answer in the test and is not used.</source>
        <translation>‏{device} نے آزمائش میں جواب نہیں دیا، اس لیے استعمال نہیں ہوتا۔</translation>
    </message>
    <message>
        <source>{device} crashed in the test and is not used.</source>
        <translation>‏{device} آزمائش میں بند ہو گیا، اس لیے استعمال نہیں ہوتا۔</translation>
    </message>
    <message>
        <source>{device} decodes {codec} wrongly: not used for it.</source>
        <translation>‏{device} سے {codec} غلط ڈی کوڈ ہوتا ہے: اس کے لیے استعمال نہیں ہوتا۔</translation>
    </message>
    <message>
        <source>The graphics driver is not asked.</source>
        <translation>گرافکس ڈرائیور سے نہیں پوچھا جاتا۔</translation>
    </message>
    <message>
        <source>The graphics driver has not answered yet.</source>
        <translation>گرافکس ڈرائیور نے ابھی جواب نہیں دیا۔</translation>
    </message>
    <message>
        <source>There is only {name}, which itself draws on the processor, far slower than the console does: it is not used.</source>
        <translation>صرف {name} ہے، جو خود پروسیسر ہی پر بناتا ہے اور کنسول سے کہیں سست ہے: استعمال نہیں ہوتا۔</translation>
    </message>
    <message>
        <source>Found {name}, the renderer of a virtual machine: used only where graphics are chosen here, not automatically.</source>
        <translation>ورچوئل مشین کا گرافکس {name} ملا: صرف تب استعمال ہوتا ہے جب یہاں گرافکس چنا جائے، خود سے نہیں۔</translation>
    </message>
    <message>
        <source>Found {name}, a real graphics device.</source>
        <translation>اصلی گرافکس کارڈ {name} ملا۔</translation>
    </message>
    <message>
        <source>The graphics device failed while drawing; the processor draws until the console is started again.</source>
        <translation>گرافکس کارڈ کام کے دوران ناکام ہو گیا؛ کنسول دوبارہ چلانے تک پروسیسر ہی دیوار بنائے گا۔</translation>
    </message>
    <message>
        <source>The graphics driver did not answer and is not used.</source>
        <translation>گرافکس ڈرائیور نے جواب نہیں دیا، اس لیے استعمال نہیں ہوتا۔</translation>
    </message>
    <message>
        <source>The graphics driver crashed when asked and is not used.</source>
        <translation>گرافکس ڈرائیور پوچھنے پر بند ہو گیا، اس لیے استعمال نہیں ہوتا۔</translation>
    </message>
    <message>
        <source>There is no graphics driver here that could draw.</source>
        <translation>یہاں کوئی گرافکس ڈرائیور نہیں جو دیوار بنا سکے۔</translation>
    </message>
</context>
<context>
    <name>shift</name>
    <message>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
    <message>
        <source>Duty of shift {code} taken.</source>
        <translation>شفٹ {code} کی ڈیوٹی لی گئی۔</translation>
    </message>
    <message>
        <source>Handed over to {officer} (badge {badge}); both signed.</source>
        <translation>ڈیوٹی {officer} (بیج نمبر {badge}) کے حوالے کی گئی؛ دونوں نے دستخط کیے۔</translation>
    </message>
    <message>
        <source>The duty of {officer} was ended by order: {reason}</source>
        <translation>{officer} کی ڈیوٹی حکم سے ختم کی گئی: {reason}</translation>
    </message>
    <message>
        <source>{officer} left the desk without a handover; duty goes on.</source>
        <translation>{officer} نے حوالگی کے بغیر ڈیسک چھوڑا؛ ڈیوٹی جاری ہے۔</translation>
    </message>
    <message>
        <source>{officer} is back at the desk.</source>
        <translation>{officer} ڈیسک پر واپس آ گیا۔</translation>
    </message>
    <message>
        <source>{officer} signed in.</source>
        <translation>{officer} نے سائن اِن کیا۔</translation>
    </message>
    <message>
        <source>{officer} signed out.</source>
        <translation>{officer} نے سائن آؤٹ کیا۔</translation>
    </message>
    <message>
        <source>{officer} locked the console.</source>
        <translation>{officer} نے کنسول مقفل کیا۔</translation>
    </message>
    <message>
        <source>{officer} unlocked the console.</source>
        <translation>{officer} نے کنسول کا قفل کھولا۔</translation>
    </message>
    <message>
        <source>Camera {number} {name} was lost.</source>
        <translation>کیمرہ {number} {name} منقطع ہو گیا۔</translation>
    </message>
    <message>
        <source>Camera {number} {name} is back after {away}.</source>
        <translation>کیمرہ {number} {name} {away} بعد بحال ہو گیا۔</translation>
    </message>
    <message>
        <source>Incident {label} ({severity}) entered: {what}</source>
        <translation>واقعہ {label} ({severity}) درج ہوا: {what}</translation>
    </message>
    <message>
        <source>Incident {label} ended: {state}.</source>
        <translation>واقعہ {label} ختم ہوا: {state}۔</translation>
    </message>
    <message>
        <source>The setting “{title}” is now {value}.</source>
        <translation>ترتیب ”{title}“ اب {value} ہے۔</translation>
    </message>
    <message>
        <source>Defect at the check “{check}”: {note}</source>
        <translation>جانچ ”{check}“ میں خرابی: {note}</translation>
    </message>
    <message>
        <source>The console was started.</source>
        <translation>کنسول چلایا گیا۔</translation>
    </message>
    <message>
        <source>Duty of shift {code} taken over from {from}.</source>
        <translation>شفٹ {code} کی ڈیوٹی {from} سے لی گئی۔</translation>
    </message>
    <message>
        <source>Duty of shift {code} taken. Nobody had been on duty for {gap}: {reason}</source>
        <translation>شفٹ {code} کی ڈیوٹی لی گئی۔ {gap} تک کوئی ڈیوٹی پر نہیں تھا: {reason}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>نیا</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>وصول شدہ</translation>
    </message>
    <message>
        <source>Verified on camera</source>
        <translation>کیمرے پر تصدیق شدہ</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>یونٹ روانہ</translation>
    </message>
    <message>
        <source>On scene</source>
        <translation>موقع پر</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>حل شدہ</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>بند</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>غلط الارم</translation>
    </message>
    <message>
        <source>Hoax</source>
        <translation>جھوٹی کال</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>دہرا اندراج</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>منتقل شدہ</translation>
    </message>
    <message>
        <source>held, error about {error_ms} ms</source>
        <translation>درست، فرق تقریباً {error_ms} ملی سیکنڈ</translation>
    </message>
    <message>
        <source>no time server holds this clock</source>
        <translation>کوئی ٹائم سرور اس گھڑی کو درست نہیں رکھ رہا</translation>
    </message>
    <message>
        <source>this computer does not say</source>
        <translation>یہ کمپیوٹر نہیں بتاتا</translation>
    </message>
    <message>
        <source>{free} free of {total}</source>
        <translation>{total} میں سے {free} خالی</translation>
    </message>
    <message>
        <source>only {free} free of {total}</source>
        <translation>{total} میں سے صرف {free} خالی</translation>
    </message>
    <message>
        <source>the disk cannot be read</source>
        <translation>ڈسک پڑھی نہیں جا سکتی</translation>
    </message>
    <message>
        <source>all {total} cameras give a picture</source>
        <translation>تمام {total} کیمرے تصویر دے رہے ہیں</translation>
    </message>
    <message>
        <source>{live} of {total} live, {impaired} impaired, {offline} offline</source>
        <translation>{total} میں سے {live} چالو، {impaired} متاثر، {offline} بند</translation>
    </message>
    <message>
        <source>no camera is being watched yet</source>
        <translation>ابھی کسی کیمرے پر نظر نہیں رکھی جا رہی</translation>
    </message>
    <message>
        <source>whole at its end, row {row}</source>
        <translation>آخر تک سلامت، قطار {row}</translation>
    </message>
    <message>
        <source>broken at row {row}: tell a supervisor</source>
        <translation>قطار {row} پر ٹوٹی ہوئی: سپروائزر کو بتائیں</translation>
    </message>
    <message>
        <source>not connected yet</source>
        <translation>ابھی جڑا نہیں</translation>
    </message>
    <message>
        <source>Shift {code} · {hours}</source>
        <translation>شفٹ {code} · {hours}</translation>
    </message>
    <message>
        <source>Nobody on duty</source>
        <translation>ڈیوٹی پر کوئی نہیں</translation>
    </message>
    <message>
        <source>{name} · {badge}</source>
        <translation>{name} · {badge}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>باقی</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>ٹھیک</translation>
    </message>
    <message>
        <source>defect</source>
        <translation>خرابی</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>معلوم نہیں</translation>
    </message>
    <message>
        <source>The desk stood without a duty officer from {from} to {to} ({span}).</source>
        <translation>ڈیسک {from} سے {to} تک ڈیوٹی افسر کے بغیر رہا ({span})۔</translation>
    </message>
    <message>
        <source>The last duty ended at {at}, which by this clock lies ahead: the clock was set back. How long nobody was on duty cannot be known.</source>
        <translation>پچھلی ڈیوٹی {at} پر ختم ہوئی، جو اس گھڑی کے مطابق ابھی نہیں آیا: گھڑی پیچھے کی گئی۔ کوئی کتنی دیر ڈیوٹی پر نہیں تھا، معلوم نہیں ہو سکتا۔</translation>
    </message>
</context>
<context>
    <name>signin</name>
    <message>
        <source>Set this console up</source>
        <translation>یہ کنسول تیار کریں</translation>
    </message>
    <message>
        <source>Nobody can sign in yet. The administrator made here makes all other officers. There is no default password and no way around a lost one.</source>
        <translation>ابھی کوئی سائن اِن نہیں کر سکتا۔ یہاں بنایا گیا منتظم باقی تمام افسر بناتا ہے۔ پہلے سے کوئی پاس ورڈ مقرر نہیں، اور پاس ورڈ کھو جائے تو کوئی دوسرا راستہ نہیں۔</translation>
    </message>
    <message>
        <source>Make the administrator</source>
        <translation>منتظم بنائیں</translation>
    </message>
    <message>
        <source>A badge of letters and digits, and a name</source>
        <translation>حروف اور ہندسوں کا بیج نمبر، اور نام</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>بیج نمبر</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>The desk of {officer} is left; his open dialogs are closed.</source>
        <translation>{officer} کا ڈیسک چھوڑ دیا گیا؛ کھلی ہوئی کھڑکیاں بند ہو گئیں۔</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>سائن اِن کریں</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>پاس ورڈ</translation>
    </message>
    <message>
        <source>Back to the locked desk</source>
        <translation>مقفل ڈیسک پر واپس</translation>
    </message>
    <message>
        <source>{officer}: another person knows your password, so it is changed before the desk opens.</source>
        <translation>{officer}: آپ کا پاس ورڈ کسی اور کو معلوم ہے، اس لیے ڈیسک کھلنے سے پہلے بدلا جاتا ہے۔</translation>
    </message>
    <message>
        <source>Choose a password of your own</source>
        <translation>اپنا پاس ورڈ رکھیں</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>پاس ورڈ تبدیل کریں</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>موجودہ پاس ورڈ</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>سائن آؤٹ</translation>
    </message>
    <message>
        <source>The current password is wrong.</source>
        <translation>موجودہ پاس ورڈ غلط ہے۔</translation>
    </message>
    <message>
        <source>Nobody is signed in at this console.</source>
        <translation>اس کنسول پر کوئی سائن اِن نہیں۔</translation>
    </message>
    <message>
        <source>The console is locked.</source>
        <translation>کنسول مقفل ہے۔</translation>
    </message>
    <message>
        <source>The console is locked</source>
        <translation>کنسول مقفل ہے</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>قفل کھولیں</translation>
    </message>
    <message>
        <source>{officer} locked it at {time}.</source>
        <translation>{officer} نے {time} پر مقفل کیا۔</translation>
    </message>
    <message>
        <source>Another officer signs in</source>
        <translation>دوسرا افسر سائن اِن کرے</translation>
    </message>
    <message>
        <source>That was wrong.</source>
        <translation>یہ غلط تھا۔</translation>
    </message>
    <message>
        <source>PIN or password</source>
        <translation>پاس ورڈ یا PIN</translation>
    </message>
    <message>
        <source>The PIN was wrong too often. Unlock with the password.</source>
        <translation>غلط PIN بہت بار دیا گیا۔ پاس ورڈ سے قفل کھولیں۔</translation>
    </message>
</context>
<context>
    <name>start</name>
    <message>
        <source>Safe start: the plain wall in a window. What is kept is not used, nor changed until you do.</source>
        <translation>محفوظ آغاز: ونڈو میں سادہ دیوار۔ محفوظ چیزیں استعمال نہیں ہوتیں، اور جب تک آپ نہ بدلیں، بدلتی بھی نہیں۔</translation>
    </message>
    <message>
        <source>There is no screen “{screen}” now; the console opened on this one.</source>
        <translation>سکرین ”{screen}“ ابھی نہیں ہے؛ کنسول اس سکرین پر کھلا ہے۔</translation>
    </message>
    <message>
        <source>There is no saved wall “{name}”; the wall stands as it was left.</source>
        <translation>محفوظ دیوار ”{name}“ نہیں ہے؛ دیوار ویسی ہے جیسی چھوڑی گئی تھی۔</translation>
    </message>
</context>
<context>
    <name>streams</name>
    <message>
        <source>Pictures a second: received and shown</source>
        <translation>فی سیکنڈ تصویریں: موصول اور دکھائی گئی</translation>
    </message>
    <message>
        <source>Bit rate, kbit/s</source>
        <translation>بٹ ریٹ، kbit/s</translation>
    </message>
    <message>
        <source>Behind, seconds</source>
        <translation>پیچھے، سیکنڈ</translation>
    </message>
    <message>
        <source>main</source>
        <translation>بڑی</translation>
    </message>
    <message>
        <source>small</source>
        <translation>چھوٹی</translation>
    </message>
    <message>
        <source>file</source>
        <translation>فائل</translation>
    </message>
    <message>
        <source>{skipped} not shown · {damaged} damaged</source>
        <translation>{skipped} نہیں دکھائی گئیں · {damaged} خراب</translation>
    </message>
    <message>
        <source>State</source>
        <translation>حالت</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>ابھی ناپا نہیں گیا</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>سٹریم</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>موصول</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>دکھائی گئی</translation>
    </message>
    <message>
        <source>Under load</source>
        <translation>بوجھ میں</translation>
    </message>
    <message>
        <source>Bit rate</source>
        <translation>بٹ ریٹ</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>پیچھے</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>تصویریں</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>ذریعہ</translation>
    </message>
    <message>
        <source>Reconnects today</source>
        <translation>آج دوبارہ رابطے</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>آخری خرابی</translation>
    </message>
    <message>
        <source>{count} a second</source>
        <translation>{count} فی سیکنڈ</translation>
    </message>
    <message>
        <source>Told by the camera</source>
        <translation>کیمرے کی اطلاع</translation>
    </message>
</context>
<context>
    <name>tour</name>
    <message>
        <source> s</source>
        <comment>seconds, after a number in a box</comment>
        <translation> سیکنڈ</translation>
    </message>
    <message>
        <source>Tour: {name} · {where}</source>
        <translation>ٹور: {name} · {where}</translation>
    </message>
    <message>
        <source>{position} of {count}</source>
        <translation>{count} میں سے {position}</translation>
    </message>
    <message>
        <source>held: alarm {number}</source>
        <translation>ٹھہرا ہوا: الارم {number}</translation>
    </message>
    <message>
        <source>held: alarm</source>
        <translation>ٹھہرا ہوا: الارم</translation>
    </message>
    <message>
        <source>held by you</source>
        <translation>آپ نے ٹھہرایا</translation>
    </message>
    <message>
        <source>held: one camera is large</source>
        <translation>ٹھہرا ہوا: ایک کیمرہ بڑا ہے</translation>
    </message>
    <message>
        <source>held: your hand</source>
        <translation>ٹھہرا ہوا: آپ کا ہاتھ</translation>
    </message>
    <message>
        <source>held: pointer</source>
        <translation>ٹھہرا ہوا: ماؤس</translation>
    </message>
    <message>
        <source>held: out of sight</source>
        <translation>ٹھہرا ہوا: نظر سے باہر</translation>
    </message>
    <message>
        <source>All cameras</source>
        <translation>تمام کیمرے</translation>
    </message>
    <message>
        <source>The tile of the tour keeps its camera, so no tour runs in it.</source>
        <translation>ٹور کا خانہ اپنا کیمرہ نہیں چھوڑتا، اس لیے اس میں ٹور نہیں چلتا۔</translation>
    </message>
    <message>
        <source>Every tile keeps its camera, so a tour has no place. Unpin one first.</source>
        <translation>ہر خانہ پن ہے، اس لیے ٹور کی جگہ نہیں۔ پہلے ایک کا پن ہٹائیں۔</translation>
    </message>
    <message>
        <source>None of the walls of this tour is kept any more.</source>
        <translation>اس ٹور کی کوئی دیوار اب محفوظ نہیں۔</translation>
    </message>
    <message>
        <source>The tour has nothing to show: its cameras stand on the wall already, were removed or are switched off.</source>
        <translation>ٹور کے پاس دکھانے کو کچھ نہیں: اس کے کیمرے پہلے ہی دیوار پر ہیں، نکال دیے گئے یا بند کیے گئے ہیں۔</translation>
    </message>
    <message>
        <source>all shown at once</source>
        <translation>سب ایک ساتھ سامنے</translation>
    </message>
    <message>
        <source>opening the next</source>
        <translation>اگلا کھل رہا ہے</translation>
    </message>
    <message>
        <source>next in {seconds} s</source>
        <translation>اگلا {seconds} سیکنڈ میں</translation>
    </message>
    <message>
        <source>No tour is kept yet, so this one goes over all cameras.</source>
        <translation>ابھی کوئی ٹور محفوظ نہیں، اس لیے یہ تمام کیمروں پر چل رہا ہے۔</translation>
    </message>
    <message>
        <source>Only a tile of the wall itself can be pinned.</source>
        <translation>صرف دیوار کا اپنا خانہ پن ہو سکتا ہے۔</translation>
    </message>
    <message>
        <source>This wall is locked, so nothing is pinned.</source>
        <translation>یہ دیوار مقفل ہے، اس لیے کچھ پن نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Camera {number} has an alarm, so the tour holds. Space lets it go on.</source>
        <translation>کیمرہ {number} پر الارم ہے، اس لیے ٹور ٹھہر گیا۔ Space سے آگے چلے گا۔</translation>
    </message>
    <message>
        <source>Camera {number} has an alarm too; Space goes to it.</source>
        <translation>کیمرہ {number} پر بھی الارم ہے؛ Space سے اس پر جائیں۔</translation>
    </message>
    <message>
        <source>The tour was stopped, because the wall shows something else now.</source>
        <translation>ٹور بند ہو گیا، کیونکہ دیوار پر اب کچھ اور ہے۔</translation>
    </message>
    <message>
        <source>The tour was stopped, because it was deleted.</source>
        <translation>ٹور بند ہو گیا، کیونکہ اسے مٹا دیا گیا۔</translation>
    </message>
    <message>
        <source>No tour runs now. Ctrl+F7 starts one.</source>
        <translation>ابھی کوئی ٹور نہیں چل رہا۔ Ctrl+F7 سے شروع کریں۔</translation>
    </message>
</context>
<context>
    <name>two_person</name>
    <message>
        <source>Release evidence</source>
        <translation>شواہد جاری کریں</translation>
    </message>
    <message>
        <source>Unlock evidence</source>
        <translation>شواہد کا قفل کھولیں</translation>
    </message>
    <message>
        <source>Shorten retention</source>
        <translation>محفوظ رکھنے کی مدت گھٹائیں</translation>
    </message>
    <message>
        <source>Give the right to manage officers</source>
        <translation>افسروں کے انتظام کی اجازت دیں</translation>
    </message>
    <message>
        <source>Restore the database</source>
        <translation>ڈیٹا بیس بحال کریں</translation>
    </message>
    <message>
        <source>Open misconduct footage</source>
        <translation>مس کنڈکٹ کی فوٹیج کھولیں</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>units</name>
    <message>
        <source>Patrol mobile</source>
        <translation>موبائل گشت</translation>
    </message>
    <message>
        <source>Motorcycle</source>
        <translation>موٹر سائیکل</translation>
    </message>
    <message>
        <source>Foot patrol</source>
        <translation>پیدل گشت</translation>
    </message>
    <message>
        <source>Picket</source>
        <translation>ناکہ</translation>
    </message>
    <message>
        <source>Elite force</source>
        <translation>ایلیٹ فورس</translation>
    </message>
    <message>
        <source>Traffic police</source>
        <translation>ٹریفک پولیس</translation>
    </message>
    <message>
        <source>Women&apos;s police</source>
        <translation>خواتین پولیس</translation>
    </message>
    <message>
        <source>Rescue 1122</source>
        <translation>ریسکیو 1122</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>دیگر</translation>
    </message>
</context>
<context>
    <name>wall</name>
    <message>
        <source>No camera has more than {count} digits.</source>
        <translation>کسی کیمرے کے نمبر میں {count} سے زیادہ ہندسے نہیں ہوتے۔</translation>
    </message>
    <message>
        <source>There is no tile {tile}; this wall has {count}.</source>
        <translation>خانہ {tile} نہیں ہے؛ اس دیوار میں {count} خانے ہیں۔</translation>
    </message>
    <message>
        <source>There is no camera {number}.</source>
        <translation>کیمرہ {number} نہیں ہے۔</translation>
    </message>
    <message>
        <source>Tile {tile} is empty.</source>
        <translation>خانہ {tile} خالی ہے۔</translation>
    </message>
    <message>
        <source>Your role does not arrange the wall.</source>
        <translation>آپ کا کردار دیوار ترتیب نہیں دے سکتا۔</translation>
    </message>
    <message>
        <source>The wall is locked; unlock it first.</source>
        <translation>دیوار مقفل ہے؛ پہلے قفل کھولیں۔</translation>
    </message>
    <message>
        <source>The wall is locked, so camera {number} is shown large instead.</source>
        <translation>دیوار مقفل ہے، اس لیے کیمرہ {number} بڑا دکھایا گیا ہے۔</translation>
    </message>
    <message>
        <source>Your role does not arrange the wall, so camera {number} is shown large instead.</source>
        <translation>آپ کا کردار دیوار ترتیب نہیں دے سکتا، اس لیے کیمرہ {number} بڑا دکھایا گیا ہے۔</translation>
    </message>
    <message>
        <source>The wall is locked: nothing can be moved on it.</source>
        <translation>دیوار مقفل ہے: اس پر کچھ ہٹایا نہیں جا سکتا۔</translation>
    </message>
    <message>
        <source>The wall is unlocked.</source>
        <translation>دیوار کا قفل کھل گیا۔</translation>
    </message>
    <message>
        <source>Choose a tile of the wall first; “all places” must be on.</source>
        <translation>پہلے دیوار کا خانہ منتخب کریں؛ ”تمام جگہیں“ آن ہونا چاہیے۔</translation>
    </message>
    <message>
        <source>Tile {tile} is an ordinary tile again.</source>
        <translation>خانہ {tile} پھر عام خانہ ہے۔</translation>
    </message>
    <message>
        <source>Tile {tile} is the hotspot now: it shows what is selected elsewhere.</source>
        <translation>خانہ {tile} اب ہاٹ سپاٹ ہے: کہیں اور جو منتخب ہو وہ دکھاتا ہے۔</translation>
    </message>
    <message>
        <source>Undone: {what}.</source>
        <translation>واپس لیا گیا: {what}۔</translation>
    </message>
    <message>
        <source>There is nothing to undo on this wall.</source>
        <translation>اس دیوار پر واپس لینے کو کچھ نہیں۔</translation>
    </message>
    <message>
        <source>Made again: {what}.</source>
        <translation>دوبارہ کیا گیا: {what}۔</translation>
    </message>
    <message>
        <source>There is nothing to make again on this wall.</source>
        <translation>اس دیوار پر دوبارہ کرنے کو کچھ نہیں۔</translation>
    </message>
    <message>
        <source>Nothing stood in this tile before that.</source>
        <translation>اس خانے میں اس سے پہلے کچھ نہیں تھا۔</translation>
    </message>
    <message>
        <source>Nothing came into this tile after that.</source>
        <translation>اس خانے میں اس کے بعد کچھ نہیں آیا۔</translation>
    </message>
    <message>
        <source>No other camera stood in this tile before.</source>
        <translation>اس خانے میں پہلے کوئی اور کیمرہ نہیں تھا۔</translation>
    </message>
    <message>
        <source>A tour shows this camera; stop the tour or pin the tile first.</source>
        <translation>یہ کیمرہ ٹور دکھا رہا ہے؛ پہلے ٹور بند کریں یا خانہ پن کریں۔</translation>
    </message>
    <message>
        <source>No wall is set as yours; choose one under “Walls and layouts…”.</source>
        <translation>آپ کی کوئی دیوار مقرر نہیں؛ ”دیواریں اور ترتیبیں…“ میں ایک چنیں۔</translation>
    </message>
    <message>
        <source>Snapshot saved as {file}</source>
        <translation>تصویر {file} کے نام سے محفوظ ہوئی</translation>
    </message>
    <message>
        <source>The snapshot could not be written; nothing was saved.</source>
        <translation>تصویر لکھی نہیں جا سکی؛ کچھ محفوظ نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Video wall</source>
        <translation>ویڈیو دیوار</translation>
    </message>
    <message>
        <source>Nothing listens on its port {port}</source>
        <translation>اس کی پورٹ {port} پر کوئی جواب دینے والا نہیں</translation>
    </message>
    <message>
        <source>No answer on port {port}</source>
        <translation>پورٹ {port} پر کوئی جواب نہیں</translation>
    </message>
    <message>
        <source>Drops the connection again and again ({count} times)</source>
        <translation>بار بار رابطہ توڑ دیتا ہے ({count} بار)</translation>
    </message>
    <message>
        <source>Answers, but shows no picture in time</source>
        <translation>جواب دیتا ہے مگر وقت پر تصویر نہیں دیتا</translation>
    </message>
    <message>
        <source>No such host name</source>
        <translation>اس نام کا کوئی کیمرہ نہیں ملا</translation>
    </message>
    <message>
        <source>No way to it on the network</source>
        <translation>نیٹ ورک پر اس تک راستہ نہیں</translation>
    </message>
    <message>
        <source>Nothing listens on its port</source>
        <translation>اس کی پورٹ پر کوئی جواب دینے والا نہیں</translation>
    </message>
    <message>
        <source>No answer from its address</source>
        <translation>اس کے پتے سے کوئی جواب نہیں</translation>
    </message>
    <message>
        <source>Accepts the connection and never answers</source>
        <translation>رابطہ قبول کرتا ہے مگر جواب نہیں دیتا</translation>
    </message>
    <message>
        <source>Sends something that is not RTSP</source>
        <translation>ایسی چیز بھیجتا ہے جو RTSP نہیں</translation>
    </message>
    <message>
        <source>Refuses the user name or password</source>
        <translation>صارف یا پاس ورڈ قبول نہیں کرتا</translation>
    </message>
    <message>
        <source>Path not found on the camera (404)</source>
        <translation>کیمرے پر یہ راستہ نہیں ملا (404)</translation>
    </message>
    <message>
        <source>Its video format is not known here</source>
        <translation>اس کی ویڈیو کی قسم یہاں معلوم نہیں</translation>
    </message>
    <message>
        <source>Offers no video</source>
        <translation>کوئی ویڈیو نہیں دیتا</translation>
    </message>
    <message>
        <source>Answers, but sends no video</source>
        <translation>جواب دیتا ہے مگر ویڈیو نہیں بھیجتا</translation>
    </message>
    <message>
        <source>Sends video, but never a whole picture</source>
        <translation>ویڈیو بھیجتا ہے مگر پوری تصویر کبھی نہیں</translation>
    </message>
    <message>
        <source>Its pictures cannot be read</source>
        <translation>اس کی تصویریں پڑھی نہیں جا سکتیں</translation>
    </message>
    <message>
        <source>Stopped sending pictures</source>
        <translation>تصویریں بھیجنا بند کر دیں</translation>
    </message>
    <message>
        <source>Dropped the connection</source>
        <translation>رابطہ توڑ دیا</translation>
    </message>
    <message>
        <source>Reports an error of its own</source>
        <translation>خود اپنی خرابی بتاتا ہے</translation>
    </message>
    <message>
        <source>Encryption could not be agreed</source>
        <translation>خفیہ کاری پر اتفاق نہیں ہو سکا</translation>
    </message>
    <message>
        <source>Its picture fell too far behind</source>
        <translation>اس کی تصویر بہت پیچھے رہ گئی</translation>
    </message>
    <message>
        <source>Picture black</source>
        <translation>تصویر کالی</translation>
    </message>
    <message>
        <source>Picture frozen</source>
        <translation>تصویر جمی ہوئی</translation>
    </message>
    <message>
        <source>Out of focus</source>
        <translation>دھندلی تصویر</translation>
    </message>
    <message>
        <source>View blocked</source>
        <translation>منظر ڈھکا ہوا</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>چالو</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>تاخیر</translation>
    </message>
    <message>
        <source>Impaired</source>
        <translation>متاثر</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>جڑ رہا ہے</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>بند</translation>
    </message>
    <message>
        <source>Wrong password</source>
        <translation>غلط پاس ورڈ</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>بند کیا گیا</translation>
    </message>
    <message>
        <source>Drag a camera here, or type its number and Enter</source>
        <translation>کیمرہ یہاں گھسیٹیں، یا نمبر لکھ کر Enter دبائیں</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>خالی</translation>
    </message>
    <message>
        <source>Not for your role</source>
        <translation>آپ کے کردار کے لیے نہیں</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>باری کا انتظار</translation>
    </message>
    <message>
        <source>This camera is switched off in the list of cameras</source>
        <translation>یہ کیمرہ فہرست میں بند کیا گیا ہے</translation>
    </message>
    <message>
        <source>Waiting for the next whole picture</source>
        <translation>اگلی پوری تصویر کا انتظار</translation>
    </message>
    <message>
        <source>No picture for {seconds} s</source>
        <translation>{seconds} سیکنڈ سے تصویر نہیں</translation>
    </message>
    <message>
        <source>{seconds} s behind</source>
        <translation>{seconds} سیکنڈ پیچھے</translation>
    </message>
    <message>
        <source>Waiting for the first whole picture</source>
        <translation>پہلی پوری تصویر کا انتظار</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>جڑ رہا ہے…</translation>
    </message>
    <message>
        <source>since {when}</source>
        <translation>{when} سے</translation>
    </message>
    <message>
        <source>since {when} · {reason}</source>
        <translation>{when} سے · {reason}</translation>
    </message>
    <message>
        <source>answers now; waiting whether it holds</source>
        <translation>اب جواب دے رہا ہے؛ دیکھ رہے ہیں کہ ٹھہرتا ہے</translation>
    </message>
    <message>
        <source>trying now</source>
        <translation>کوشش جاری ہے</translation>
    </message>
    <message>
        <source>waits for its turn to try</source>
        <translation>کوشش کی باری کا انتظار</translation>
    </message>
    <message>
        <source>next try in {seconds} s</source>
        <translation>اگلی کوشش {seconds} سیکنڈ میں</translation>
    </message>
    <message>
        <source>Not tried again until the login is changed (cameras lock accounts)</source>
        <translation>لاگ اِن بدلنے تک دوبارہ کوشش نہیں (کیمرے اکاؤنٹ مقفل کر دیتے ہیں)</translation>
    </message>
    <message>
        <source>Camera {number} {name}: {said}</source>
        <translation>کیمرہ {number} {name}: {said}</translation>
    </message>
    <message>
        <source>No camera has a picture right now</source>
        <translation>اس وقت کسی کیمرے کی تصویر نہیں</translation>
    </message>
    <message>
        <source>F5 goes back to all places.</source>
        <translation>‏F5 سے تمام جگہوں پر واپس جائیں۔</translation>
    </message>
    <message>
        <source>Hotspot</source>
        <translation>ہاٹ سپاٹ</translation>
    </message>
    <message>
        <source>{fps} fps</source>
        <translation>{fps} fps</translation>
    </message>
    <message>
        <source>slowed: a picture every {seconds} s</source>
        <translation>سست: ہر {seconds} سیکنڈ میں ایک تصویر</translation>
    </message>
    <message>
        <source>slowed: small stream</source>
        <translation>سست: چھوٹی سٹریم</translation>
    </message>
    <message>
        <source>slowed: {fps} fps</source>
        <translation>سست: {fps} fps</translation>
    </message>
    <message>
        <source>slowed</source>
        <translation>سست</translation>
    </message>
    <message>
        <source>main · {codec}</source>
        <translation>بڑی · {codec}</translation>
    </message>
    <message>
        <source>sub · {codec}</source>
        <translation>چھوٹی · {codec}</translation>
    </message>
    <message>
        <source>{condition} · {place}</source>
        <translation>{condition} · {place}</translation>
    </message>
    <message>
        <source>{condition} · motion</source>
        <translation>{condition} · حرکت</translation>
    </message>
    <message>
        <source>Camera {number} shows no picture now ({reason}), so nothing was saved.</source>
        <translation>کیمرہ {number} اس وقت کوئی تصویر نہیں دکھا رہا ({reason})، اس لیے کچھ محفوظ نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Trying camera {number} now…</source>
        <translation>کیمرہ {number} سے ابھی رابطہ کیا جا رہا ہے…</translation>
    </message>
    <message>
        <source>This tile is empty.</source>
        <translation>یہ خانہ خالی ہے۔</translation>
    </message>
    <message>
        <source>showing the wall “{name}”</source>
        <translation>دیوار ”{name}“ دکھانا</translation>
    </message>
    <message>
        <source>another layout</source>
        <translation>دوسری ترتیب</translation>
    </message>
    <message>
        <source>locking the wall</source>
        <translation>دیوار مقفل کرنا</translation>
    </message>
    <message>
        <source>unlocking the wall</source>
        <translation>دیوار کا قفل کھولنا</translation>
    </message>
    <message>
        <source>making the hotspot an ordinary tile</source>
        <translation>ہاٹ سپاٹ کو عام خانہ بنانا</translation>
    </message>
    <message>
        <source>making tile {tile} the hotspot</source>
        <translation>خانہ {tile} کو ہاٹ سپاٹ بنانا</translation>
    </message>
    <message>
        <source>pinning a tile</source>
        <translation>خانہ پن کرنا</translation>
    </message>
    <message>
        <source>unpinning a tile</source>
        <translation>خانے کا پن ہٹانا</translation>
    </message>
    <message>
        <source>clearing tile {tile}</source>
        <translation>خانہ {tile} خالی کرنا</translation>
    </message>
    <message>
        <source>camera {number} into tile {tile}</source>
        <translation>کیمرہ {number} خانہ {tile} میں</translation>
    </message>
    <message>
        <source>exchanging tiles {first} and {second}</source>
        <translation>خانے {first} اور {second} آپس میں بدلنا</translation>
    </message>
    <message>
        <source>another arrangement</source>
        <translation>خانوں کی دوسری ترتیب</translation>
    </message>
    <message>
        <source>Sound…</source>
        <translation>آواز…</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>آواز</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>خاموش</translation>
    </message>
    <message>
        <source>Sound interrupted</source>
        <translation>آواز رک گئی</translation>
    </message>
    <message>
        <source>Sends no sound</source>
        <translation>آواز نہیں بھیجتا</translation>
    </message>
    <message>
        <source>{said}. {sound}</source>
        <translation>{said}۔ {sound}</translation>
    </message>
</context>
<context>
    <name>watch</name>
    <message>
        <source>Missing child</source>
        <translation>گمشدہ بچہ</translation>
    </message>
    <message>
        <source>Wanted person</source>
        <translation>مطلوب شخص</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>گاڑی</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>دیگر</translation>
    </message>
    <message>
        <source>On the board</source>
        <translation>بورڈ پر</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>میعاد ختم</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>واپس لیا گیا</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>مل گیا</translation>
    </message>
    <message>
        <source>Ends in {age}</source>
        <translation>{age} میں ختم</translation>
    </message>
    <message>
        <source>Until {time}</source>
        <translation>{time} تک</translation>
    </message>
    <message>
        <source>Expired {time}</source>
        <translation>میعاد ختم {time}</translation>
    </message>
    <message>
        <source>Found {time}</source>
        <translation>مل گیا {time}</translation>
    </message>
    <message>
        <source>Withdrawn {time}</source>
        <translation>واپس لیا گیا {time}</translation>
    </message>
    <message>
        <source>Not seen yet</source>
        <translation>ابھی نظر نہیں آیا</translation>
    </message>
    <message>
        <source>Last seen {time}</source>
        <translation>آخری بار نظر آیا {time}</translation>
    </message>
    <message>
        <source>Last seen {time} · camera {number}</source>
        <translation>آخری بار نظر آیا {time} · کیمرہ {number}</translation>
    </message>
    <message>
        <source>Seen by camera {number} {name}</source>
        <translation>کیمرہ {number} {name} پر نظر آیا</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>نظر آیا</translation>
    </message>
    <message>
        <source>Snapshot {file}</source>
        <translation>تصویر {file}</translation>
    </message>
    <message>
        <source>The snapshot could not be taken.</source>
        <translation>تصویر نہیں لی جا سکی۔</translation>
    </message>
    <message>
        <source>Incident {label}</source>
        <translation>واقعہ {label}</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>نوٹس لگا</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>تبدیل ہوا</translation>
    </message>
</context>
</TS>
