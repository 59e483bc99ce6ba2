"""The checklists a fresh console knows, one per category, in English and Urdu.

Belongs here: the texts as data. Does not belong here: a supervisor's edits (procedures.py), words of the screen.
Every category has its call-back within half an hour where a caller waits (Rescue 15 calls the victim back to confirm
arrival, evidence-and-operations §4.2); a hoax, and information, has none. A required step must be ticked before an
incident is resolved.
"""

from __future__ import annotations

from safecity_console.domain.incident import Category
from safecity_console.domain.procedure import Procedure, ProcedureStep

_HALF_HOUR_S = 1800


def _must(text: str, text_ur: str) -> ProcedureStep:
    return ProcedureStep(text, text_ur, required=True)


def _may(text: str, text_ur: str) -> ProcedureStep:
    return ProcedureStep(text, text_ur)


_CALL_BACK = ProcedureStep("Call the caller back and confirm that help arrived",
                           "اطلاع دہندہ کو واپس فون کر کے مدد پہنچنے کی تصدیق کریں", call_back=True)
_SEE = _may("Look at the place on the nearest working camera", "قریب ترین چالو کیمرے پر جگہ دیکھیں")
_SEND = _must("Send the nearest patrol and tell the police station", "قریب ترین گشت روانہ کریں اور تھانے کو اطلاع دیں")
_REGISTER = _may("Note the rapat or FIR number", "رپٹ یا ایف آئی آر نمبر درج کریں")
_HURT = _must("Ask whether anybody is hurt; if so call 1122", "پوچھیں کوئی زخمی ہے؛ ہو تو 1122 کو بلائیں")

_STEPS: dict[Category, tuple[ProcedureStep, ...]] = {
    Category.PERSON: (
        _HURT, _SEND, _SEE,
        _may("Note weapons, number of people, clothes and direction", "اسلحہ، افراد کی تعداد، لباس اور سمت درج کریں"),
        _CALL_BACK, _REGISTER,
    ),
    Category.PROPERTY: (
        _must("Ask whether the thief is still there or armed", "پوچھیں کہ ملزم موجود یا مسلح تو نہیں"), _SEND, _SEE,
        _may("Note what was taken, vehicle, plate and direction", "چوری شدہ مال، گاڑی، نمبر پلیٹ اور سمت درج کریں"),
        _may("Post a watch notice for a stolen vehicle", "چوری شدہ گاڑی کا تلاش نوٹس لگائیں"),
        _CALL_BACK, _REGISTER,
    ),
    Category.PUBLIC_ORDER: (
        _SEE, _must("Tell the supervisor and estimate the crowd", "نگران افسر کو بتائیں اور ہجوم کا اندازہ دیں"),
        _SEND, _may("Watch the roads by which more people come", "آنے والے راستوں کی نگرانی کریں"),
        _may("Warn 1122 and the hospital if it turns violent", "تشدد کی صورت میں 1122 اور ہسپتال کو خبردار کریں"),
        _CALL_BACK,
    ),
    Category.TRAFFIC: (
        _HURT, _must("Tell the traffic police", "ٹریفک پولیس کو اطلاع دیں"), _SEE,
        _may("Note vehicles and plates", "گاڑیاں اور نمبر پلیٹیں درج کریں"),
        _may("See that the road is open again", "سڑک کھلنے کی تصدیق کریں"), _CALL_BACK,
    ),
    Category.WOMEN_CHILDREN: (
        _must("Ask whether the caller is safe where she is; keep her on the line",
              "پوچھیں کہ کال کرنے والی محفوظ ہے؛ لائن پر رکھیں"),
        _must("Tell the women's desk; name no victim over the radio",
              "خواتین ڈیسک کو بتائیں؛ وائرلیس پر متاثرہ کا نام نہ لیں"),
        _SEND, _must("Ask for a woman officer to attend", "خاتون افسر کو ساتھ بھیجنے کا کہیں"),
        _may("Offer the hospital and the legal aid desk", "ہسپتال اور قانونی امداد کی پیشکش کریں"),
        ProcedureStep("Call back only at the number and time she agreed to",
                      "صرف طے شدہ نمبر اور وقت پر واپس فون کریں", call_back=True),
        _REGISTER,
    ),
    Category.DRUGS: (
        _must("Tell the police station; do not name who told it", "تھانے کو بتائیں؛ مخبر کا نام نہ لیں"), _SEE,
        _may("Note people, vehicle, plate and habits of the place", "افراد، گاڑی، نمبر پلیٹ اور معمول درج کریں"),
        _REGISTER,
    ),
    Category.CYBER: (
        _must("Note account, number, link and time of the messages", "اکاؤنٹ، نمبر، لنک اور پیغامات کا وقت درج کریں"),
        _must("Tell the caller to delete nothing and to take screenshots",
              "کہیں کہ کچھ نہ مٹائیں اور سکرین شاٹ لے لیں"),
        _may("Prepare the transfer sheet for the cyber crime agency", "سائبر کرائم ایجنسی کے لیے منتقلی شیٹ بنائیں"),
        _may("Prepare the preserve request where footage is held elsewhere",
             "جہاں فوٹیج کسی اور کے پاس ہو، محفوظ رکھنے کی درخواست بنائیں"),
        _CALL_BACK,
    ),
    Category.MISSING: (
        _must("Note name, age, clothes, where and when last seen",
              "نام، عمر، لباس، آخری بار کہاں اور کب دیکھا، درج کریں"),
        _must("Post a watch notice with a picture", "تصویر کے ساتھ تلاش نوٹس لگائیں"), _SEND, _SEE,
        _may("Tell bus stands, hospitals and neighbouring districts", "بس اڈوں، ہسپتالوں اور ملحقہ اضلاع کو بتائیں"),
        _CALL_BACK,
    ),
    Category.SUSPICIOUS: (
        _SEE, _must("Keep people away from an object left alone; no radio near it",
                    "لاوارث چیز سے لوگوں کو دور رکھیں؛ قریب وائرلیس نہ چلائیں"),
        _SEND, _may("Call bomb disposal where needed", "ضرورت ہو تو بم ڈسپوزل کو بلائیں"),
        _may("Note plate and direction of a vehicle", "گاڑی کا نمبر اور سمت درج کریں"), _CALL_BACK,
    ),
    Category.HOAX: (_may("Note the number that called", "کال کرنے والا نمبر درج کریں"),),
    Category.MISCONDUCT: (
        _must("Make sure that nobody concerned is at this desk", "یقینی بنائیں کہ متعلقہ شخص اس ڈیسک پر نہ ہو"),
        _must("Tell the district head in person", "ضلعی سربراہ کو خود اطلاع دیں"),
        _may("Check that the footage is locked", "فوٹیج محفوظ ہونے کی تصدیق کریں"),
    ),
    Category.SOS: (
        _must("Speak to whoever pressed; look at the pole's camera",
              "بٹن دبانے والے سے بات کریں؛ کھمبے کا کیمرا دیکھیں"),
        _SEND, _HURT, _CALL_BACK,
    ),
    Category.INFORMATION: (_may("Pass it on and note to whom", "متعلقہ کو بتائیں اور درج کریں کسے بتایا"),),
}
_NO_CALL_BACK = frozenset({Category.HOAX, Category.INFORMATION, Category.MISCONDUCT})
STANDARD_PROCEDURES: dict[Category, Procedure] = {
    category: Procedure(category, _STEPS[category], call_back_within_s=None if category in _NO_CALL_BACK
                        else _HALF_HOUR_S) for category in Category
}
