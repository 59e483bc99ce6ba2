<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ur_PK" sourcelanguage="en_US">
<context>
    <name>CameraDesk</name>
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
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
    <message>
        <source>A number is typed first, then the key; it is dropped after 3 seconds.</source>
        <translation>پہلے نمبر، پھر کنجی دبائیں؛ نمبر 3 سیکنڈ بعد مٹ جاتا ہے۔</translation>
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
    <name>MainWindow</name>
    <message>
        <source>SafeCity Console</source>
        <translation>سیف سٹی کنسول</translation>
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
    <name>NameDialog</name>
    <message>
        <source>Cancel</source>
        <translation>منسوخ</translation>
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
        <source>{count} cameras are offline</source>
        <translation>{count} کیمرے بند ہیں</translation>
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
</context>
<context>
    <name>TopStrip</name>
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
        <translation>غیر محفوظ دیوار</translation>
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
        <source>Shows only cameras with a picture, or all places (F5)</source>
        <translation>صرف تصویر والے کیمرے دکھاتا ہے، یا تمام جگہیں (F5)</translation>
    </message>
    <message>
        <source>Go to camera…</source>
        <translation>کیمرے پر جائیں…</translation>
    </message>
    <message>
        <source>Finds a camera by number, name or place (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to camera</source>
        <translation>کیمرے پر جائیں</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to any camera, place, wall, tour or command by typing a part of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit layout…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Splits, merges and resizes the tiles of this wall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walls and layouts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders, exports, imports and deletes kept walls and layouts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock or unlock the wall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A locked wall refuses every change of its arrangement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotspot tile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes the selected tile follow the selection, or an ordinary tile again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back in this tile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what stood in the selected tile before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward in this tile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows again what Back took away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the last change of the wall back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes the change again that was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start or stop the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows cameras or walls in turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the step that is shown, or lets the tour go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step of the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous step of the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes a step back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin the tile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pinned tile keeps its camera while a tour runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tours…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes, changes and deletes tours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall to another screen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows this wall on another screen, filling it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera to another screen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the selected camera alone on another screen, filling it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back from other screens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes the walls and cameras that stand on other screens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarges the selected picture, which then comes from the full stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows more of the selected picture again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the whole of the selected picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream figures of this tile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows codec, size, rates, delay and the last error of the selected camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound of this camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets the selected camera be heard, or silences it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streams</source>
        <translation type="unfinished">سٹریم</translation>
    </message>
    <message>
        <source>Goes to the table of all streams.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives commands other keys.</source>
        <translation type="unfinished"></translation>
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
        <source>Move the selection</source>
        <translation>انتخاب آگے پیچھے کریں</translation>
    </message>
    <message>
        <source>Previous camera</source>
        <translation>پچھلا کیمرہ</translation>
    </message>
    <message>
        <source>Hold a tour, or let it go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear what was typed</source>
        <translation>لکھا ہوا مٹائیں</translation>
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
        <source>A wall&apos;s name has 1 to {longest} letters.</source>
        <translation>دیوار کا نام 1 سے {longest} حروف کا ہوتا ہے۔</translation>
    </message>
    <message>
        <source>Another wall already has this name.</source>
        <translation>یہ نام کسی اور دیوار کا ہے۔</translation>
    </message>
    <message>
        <source>A layout&apos;s grid has at most {most} columns and {most} rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layout has 1 to {most} tiles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tile {number} of the layout lies outside its grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tile {number} of the layout lies over another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layout leaves a part of the wall without a tile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This layout cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting “{key}”.</source>
        <translation>”{key}“ نام کی کوئی ترتیب نہیں۔</translation>
    </message>
    <message>
        <source>This value does not fit.</source>
        <translation>یہ قدر درست نہیں۔</translation>
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
        <source>The file is larger than {most_mb} MB.</source>
        <translation>فائل {most_mb} MB سے بڑی ہے۔</translation>
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
        <source>The login in the address was moved into the vault.</source>
        <translation>پتے کا لاگ اِن محفوظ تجوری میں منتقل کر دیا گیا۔</translation>
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
        <source>Streams</source>
        <translation>سٹریم</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>تصویریں</translation>
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
        <source>No other camera stood in this tile before.</source>
        <translation>اس خانے میں پہلے کوئی اور کیمرہ نہیں تھا۔</translation>
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
        <source>{fps} fps</source>
        <translation>{fps} fps</translation>
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
</context>
</TS>
