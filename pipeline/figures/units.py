"""Physical units (UCUM codes), shares and stretches of time, as the press of both languages writes them.

Codes: UCUM 2.2, https://ucum.org/ucum (har: hectare, Cel: degree Celsius, [bbl_us]: barrel of 42 gallons).
"""

from decimal import Decimal
from functools import cache
from typing import Final

from models.figure import FigureKind
from pipeline.figures.unit import Unit
from pipeline.findings import Lang

# Symbols, case as written.
SYMBOLS: Final = {
    "km": ("km", 1),
    "KM": ("km", 1),
    "Km": ("km", 1),
    "kms": ("km", 1),
    "m": ("m", 1),
    "cm": ("cm", 1),
    "dm": ("dm", 1),
    "mm": ("mm", 1),
    "ft": ("[ft_i]", 1),
    "mi": ("[mi_i]", 1),
    "nm": ("nm", 1),
    "km2": ("km2", 1),
    "km²": ("km2", 1),
    "m2": ("m2", 1),
    "m²": ("m2", 1),
    "m3": ("m3", 1),
    "m³": ("m3", 1),
    "sqm": ("m2", 1),
    "sqkm": ("km2", 1),
    "sqft": ("[sft_i]", 1),
    "ha": ("har", 1),
    "l": ("L", 1),
    "L": ("L", 1),
    "ml": ("mL", 1),
    "kg": ("kg", 1),
    "Kg": ("kg", 1),
    "KG": ("kg", 1),
    "kgs": ("kg", 1),
    "g": ("g", 1),
    "mg": ("mg", 1),
    "t": ("t", 1),
    "Mt": ("t", 1_000_000),
    "kt": ("t", 1000),
    "MT": ("t", 1),
    "dwt": ("t", 1),
    "DWT": ("t", 1),
    "mtpa": ("t", 1_000_000),
    "MTPA": ("t", 1_000_000),
    "mmtpa": ("t", 1_000_000),
    "tpa": ("t", 1),
    "tpd": ("t", 1),
    "lb": ("[lb_av]", 1),
    "lbs": ("[lb_av]", 1),
    "oz": ("[oz_av]", 1),
    "W": ("W", 1),
    "kW": ("kW", 1),
    "KW": ("kW", 1),
    "kw": ("kW", 1),
    "MW": ("MW", 1),
    "mw": ("MW", 1),
    "Mw": ("MW", 1),
    "MWp": ("MW", 1),
    "MWe": ("MW", 1),
    "GW": ("GW", 1),
    "gw": ("GW", 1),
    "GWp": ("GW", 1),
    "TW": ("TW", 1),
    "kWh": ("kW.h", 1),
    "KWh": ("kW.h", 1),
    "MWh": ("MW.h", 1),
    "GWh": ("GW.h", 1),
    "TWh": ("TW.h", 1),
    "kV": ("kV", 1),
    "KV": ("kV", 1),
    "kv": ("kV", 1),
    "V": ("V", 1),
    "MVA": ("MVA", 1),
    "Hz": ("Hz", 1),
    "MHz": ("MHz", 1),
    "GHz": ("GHz", 1),
    "MB": ("MBy", 1),
    "GB": ("GBy", 1),
    "TB": ("TBy", 1),
    "Mbps": ("Mbit/s", 1),
    "Gbps": ("Gbit/s", 1),
    "Tbps": ("Tbit/s", 1),
    "bpd": ("[bbl_us]", 1),
    "b/d": ("[bbl_us]", 1),
    "bbl": ("[bbl_us]", 1),
    "bbls": ("[bbl_us]", 1),
    "boe": ("[bbl_us]", 1),
    "mbpd": ("[bbl_us]", 1_000_000),
    "bcm": ("m3", 1_000_000_000),
    "Bcm": ("m3", 1_000_000_000),
    "mcm": ("m3", 1_000_000),
    "tcm": ("m3", 1_000_000_000_000),
    "bcf": ("[cft_i]", 1_000_000_000),
    "tcf": ("[cft_i]", 1_000_000_000_000),
    "mmscfd": ("[cft_i]", 1_000_000),
    "mmbtu": ("[Btu]", 1_000_000),
    "km/h": ("km/h", 1),
    "kph": ("km/h", 1),
    "mph": ("[mi_i]/h", 1),
    "°C": ("Cel", 1),
    "°F": ("[degF]", 1),
}
# Symbols that mean a unit only with a degree sign, a space or a digit against them (never "5 C" for a grade).
_BARE_LETTERS: Final = frozenset({"V", "W", "L", "g", "l", "mi", "nm"})

NAMES_EN: Final = {
    "kilometre kilometres kilometer kilometers": ("km", 1),
    "metre metres meter meters": ("m", 1),
    "centimetre centimetres centimeter centimeters": ("cm", 1),
    "millimetre millimetres millimeter millimeters": ("mm", 1),
    "mile miles": ("[mi_i]", 1),
    "foot feet": ("[ft_i]", 1),
    "inch inches": ("[in_i]", 1),
    "yard yards": ("[yd_i]", 1),
    "hectare hectares": ("har", 1),
    "acre acres": ("[acr_us]", 1),
    "litre litres liter liters": ("L", 1),
    "gallon gallons": ("[gal_us]", 1),
    "barrel barrels": ("[bbl_us]", 1),
    "tonne tonnes ton tons": ("t", 1),
    "kilotonne kilotonnes": ("t", 1000),
    "megatonne megatonnes": ("t", 1_000_000),
    "gigatonne gigatonnes": ("t", 1_000_000_000),
    "quintal quintals": ("kg", 100),
    "kilogram kilograms kilogramme kilogrammes kilo kilos": ("kg", 1),
    "gram grams gramme grammes": ("g", 1),
    "ounce ounces": ("[oz_av]", 1),
    "carat carats": ("[car_m]", 1),
    "watt watts": ("W", 1),
    "kilowatt kilowatts": ("kW", 1),
    "megawatt megawatts": ("MW", 1),
    "gigawatt gigawatts": ("GW", 1),
    "terawatt terawatts": ("TW", 1),
    "volt volts": ("V", 1),
    "kilovolt kilovolts": ("kV", 1),
    "hertz": ("Hz", 1),
    "megahertz": ("MHz", 1),
    "gigahertz": ("GHz", 1),
    "megabyte megabytes": ("MBy", 1),
    "gigabyte gigabytes": ("GBy", 1),
    "terabyte terabytes": ("TBy", 1),
    "petabyte petabytes": ("PBy", 1),
    "knot knots": ("[kn_i]", 1),
}
PHRASES_EN: Final = {
    "square kilometre|square kilometres|square kilometer|square kilometers|sq km|sq kms": ("km2", 1),
    "square metre|square metres|square meter|square meters|sq m|sq metres|sq meters": ("m2", 1),
    "square mile|square miles|sq miles": ("[smi_us]", 1),
    "square foot|square feet|sq ft": ("[sft_i]", 1),
    "cubic metre|cubic metres|cubic meter|cubic meters|cu m|cubic m": ("m3", 1),
    "cubic kilometre|cubic kilometres|cubic kilometer|cubic kilometers": ("km3", 1),
    "cubic foot|cubic feet|cu ft|standard cubic feet": ("[cft_i]", 1),
    "nautical mile|nautical miles": ("[nmi_i]", 1),
    "running metres|linear metres|linear meters": ("m", 1),
    "metric ton|metric tons|metric tonnes|tons of oil equivalent|tonnes of oil equivalent|deadweight tonnes": ("t", 1),
    "troy ounce|troy ounces": ("[oz_tr]", 1),
    "kilowatt hour|kilowatt hours": ("kW.h", 1),
    "megawatt hour|megawatt hours": ("MW.h", 1),
    "gigawatt hour|gigawatt hours": ("GW.h", 1),
    "terawatt hour|terawatt hours": ("TW.h", 1),
    "megabits per second": ("Mbit/s", 1),
    "gigabits per second": ("Gbit/s", 1),
    "terabits per second": ("Tbit/s", 1),
    "degrees celsius|degree celsius|degrees centigrade|degrees c": ("Cel", 1),
    "degrees fahrenheit|degree fahrenheit": ("[degF]", 1),
    "kilometres per hour|kilometers per hour|kilometres an hour|km per hour": ("km/h", 1),
    "miles per hour|miles an hour": ("[mi_i]/h", 1),
    "barrels of oil equivalent": ("[bbl_us]", 1),
}

# Singular as it is; ا (tamyiz), ات or the broken plural, and the duals stand beside it.
NAMES_AR: Final = {
    "كيلومتر كيلومترا كيلومترات كلم كم كيلو كيلوا كيلا": ("km", 1),
    "متر مترا امتار م": ("m", 1),
    "سنتيمتر سنتيمترا سنتيمترات سنتمتر سم": ("cm", 1),
    "مليمتر مليمترا مليمترات ملم": ("mm", 1),
    "ميل ميلا اميال": ("[mi_i]", 1),
    "قدم قدما اقدام": ("[ft_i]", 1),
    "بوصة بوصات": ("[in_i]", 1),
    "هكتار هكتارا هكتارات": ("har", 1),
    "لتر لترا لترات ليتر ليترا ليترات": ("L", 1),
    "برميل برميلا براميل": ("[bbl_us]", 1),
    "غالون غالونا جالون جالونا": ("[gal_us]", 1),
    "طن طنا اطنان": ("t", 1),
    "قنطار قنطارا قناطير": ("kg", 100),
    "كيلوغرام كيلوغراما كيلوغرامات كيلوجرام كيلوجراما كيلوجرامات كغ كجم كلغ كغم": ("kg", 1),
    "غرام غراما غرامات جرام جراما جرامات": ("g", 1),
    "قيراط قيراطا": ("[car_m]", 1),
    "اوقية اونصة اونصات": ("[oz_tr]", 1),
    "واط واطا وات": ("W", 1),
    "كيلوواط كيلوواطا كيلووات كيلوات": ("kW", 1),
    "ميغاواط ميغاواطا ميجاواط ميجاواطا ميغاوات ميجاوات ميغاواتا ميجاواتا": ("MW", 1),
    "غيغاواط غيغاواطا جيجاواط جيجاواطا غيغاوات جيجاوات جيغاواط جيغاوات قيقاواط": ("GW", 1),
    "تيراواط تيراوات": ("TW", 1),
    "فولت فولط": ("V", 1),
    "كيلوفولت كيلوفولط": ("kV", 1),
    "هرتز": ("Hz", 1),
    "ميغاهرتز ميجاهرتز": ("MHz", 1),
    "غيغاهرتز جيجاهرتز": ("GHz", 1),
    "ميغابايت ميجابايت": ("MBy", 1),
    "غيغابايت جيجابايت": ("GBy", 1),
    "تيرابايت": ("TBy", 1),
    "عقدة": ("[kn_i]", 1),
}
PHRASES_AR: Final = {
    "كيلومتر مربع|كيلومترا مربعا|كيلومترات مربعة|كلم مربع|كم مربع|كم2|كلم2|كيلو متر مربع|كيلو مترا مربعا": ("km2", 1),
    "كيلو متر|كيلو مترا|كيلو مترات": ("km", 1),
    "متر مربع|مترا مربعا|امتار مربعة|م2|م²|م مربع": ("m2", 1),
    "متر مكعب|مترا مكعبا|امتار مكعبة|م3|م³": ("m3", 1),
    "متر طولي|مترا طوليا|امتار طولية": ("m", 1),
    "كيلومتر مكعب|كيلومترا مكعبا": ("km3", 1),
    "قدم مكعب|قدما مكعبا|قدم مكعبة|اقدام مكعبة|قدما مكعبة": ("[cft_i]", 1),
    "قدم مربع|قدما مربعا|قدم مربعة": ("[sft_i]", 1),
    "ميل بحري|ميلا بحريا|اميال بحرية": ("[nmi_i]", 1),
    "ميل مربع|ميلا مربعا|اميال مربعة": ("[smi_us]", 1),
    "طن متري|طنا متريا|اطنان مترية": ("t", 1),
    "درجة مئوية|درجات مئوية": ("Cel", 1),
    "درجة فهرنهايت": ("[degF]", 1),
    "كيلومتر في الساعة|كيلومترا في الساعة|كلم في الساعة|كم في الساعة": ("km/h", 1),
    "ميغابت في الثانية|ميجابت في الثانية": ("Mbit/s", 1),
    "غيغابت في الثانية|جيجابت في الثانية": ("Gbit/s", 1),
    "برميل نفط|برميل مكافئ نفطي": ("[bbl_us]", 1),
}
# Power times hours: every spelling of a watt unit before ساعة or ساعي.
HOURS_AR: Final = (" ساعة", " ساعي", " في الساعة", " بالساعة")

# Two of it in one word.
DUALS_AR: Final = {
    "كيلومترين كيلومتران": ("km", 1),
    "مترين متران": ("m", 1),
    "هكتارين هكتاران": ("har", 1),
    "لترين لتران": ("L", 1),
    "برميلين برميلان": ("[bbl_us]", 1),
    "طنين طنان": ("t", 1),
    "كيلوغرامين كيلوجرامين": ("kg", 1),
    "ميغاواطين ميجاواطين ميغاواطان": ("MW", 1),
    "غيغاواطين جيجاواطين غيغاواطان": ("GW", 1),
}

PERCENT_EN: Final[dict[str, int | Decimal]] = {
    "%": 1,
    "percent": 1,
    "percents": 1,
    "per cent": 1,
    "per cents": 1,
    "pct": 1,
    "percentage": 1,
    "percentage point": 1,
    "percentage points": 1,
    "percent point": 1,
    "percent points": 1,
    "pp": 1,
    "basis point": Decimal("0.01"),
    "basis points": Decimal("0.01"),
    "bps": Decimal("0.01"),
    "bp": Decimal("0.01"),
}
PERCENT_AR: Final[dict[str, int | Decimal]] = {
    "%": 1,
    "في المئة": 1,
    "في المائة": 1,
    "في الماية": 1,
    "في المية": 1,
    "في الميه": 1,
    "بالمئة": 1,
    "بالمائة": 1,
    "بالمية": 1,
    "بالماية": 1,
    "نقطة مئوية": 1,
    "نقطة مائوية": 1,
    "نقاط مئوية": 1,
    "نقط مئوية": 1,
    "نقطة اساس": Decimal("0.01"),
    "نقاط اساس": Decimal("0.01"),
    "نقطة اساسية": Decimal("0.01"),
    "بالالف": Decimal("0.1"),
    "في الالف": Decimal("0.1"),
}

# The contract knows years to hours; decades and the like are years, minutes keep their name.
TIME_EN: Final = {
    "year years yr yrs": ("year", 1),
    "month months": ("month", 1),
    "week weeks": ("week", 1),
    "fortnight fortnights": ("week", 2),
    "day days": ("day", 1),
    "night nights": ("day", 1),
    "hour hours hr hrs": ("hour", 1),
    "minute minutes min mins": ("minute", 1),
    "second seconds": ("second", 1),
    "decade decades": ("year", 10),
    "century centuries": ("year", 100),
    "quarter quarters": ("month", 3),
}
TIME_AR: Final = {
    "سنة سنوات سنين سنويا عام عاما اعوام سنه": ("year", 1),
    "شهر شهرا اشهر شهور": ("month", 1),
    "اسبوع اسبوعا اسابيع": ("week", 1),
    "يوم يوما ايام": ("day", 1),
    "ليلة ليال ليالي": ("day", 1),
    "ساعة ساعات": ("hour", 1),
    "دقيقة دقائق": ("minute", 1),
    "ثانية ثواني ثوان": ("second", 1),
    "قرن قرنا قرون": ("year", 100),
    "عقد عقود": ("year", 10),
}
TIME_DUALS_AR: Final = {
    "سنتين سنتان عامين عامان": ("year", 1),
    "شهرين شهران": ("month", 1),
    "اسبوعين اسبوعان": ("week", 1),
    "يومين يومان": ("day", 1),
    "ليلتين ليلتان": ("day", 1),
    "ساعتين ساعتان": ("hour", 1),
    "دقيقتين دقيقتان": ("minute", 1),
    "عقدين عقدان": ("year", 10),
    "قرنين قرنان": ("year", 100),
}
# Decades or contracts: decades where a word of lasting stands before them.
AMBIGUOUS_TIME_AR: Final = frozenset({"عقد", "عقود", "عقدين", "عقدان"})


@cache
def unit_names(lang: Lang) -> dict[str, Unit]:
    """Folded phrase → unit of quantity, share or time. Symbols are in `symbol`."""
    english = lang == "en"
    names = _spread(NAMES_EN if english else NAMES_AR, " ", "quantity")
    names |= _spread(PHRASES_EN if english else PHRASES_AR, "|", "quantity")
    if not english:
        names |= _watt_hours()
    names |= _spread(TIME_EN if english else TIME_AR, " ", "duration")
    shares = PERCENT_EN if english else PERCENT_AR
    return names | {phrase: Unit("percent", "%", Decimal(factor)) for phrase, factor in shares.items()}


@cache
def dual_names() -> dict[str, Unit]:
    """Arabic dual → unit, of which it says two."""
    return _spread(DUALS_AR, " ", "quantity") | _spread(TIME_DUALS_AR, " ", "duration")


def symbol(written: str, against_digits: bool) -> Unit | None:
    """The unit that a symbol stands for, case as written; single letters only against the digits."""
    if written not in SYMBOLS or (written in _BARE_LETTERS and not against_digits):
        return None
    code, factor = SYMBOLS[written]
    return Unit("quantity", code, Decimal(factor))


def _watt_hours() -> dict[str, Unit]:
    watts = {words: code for words, (code, _) in NAMES_AR.items() if code.endswith("W") and code != "W"}
    return {
        word + hours: Unit("quantity", f"{code}.h")
        for words, code in watts.items()
        for word in words.split()
        for hours in HOURS_AR
    }


def _spread(table: dict[str, tuple[str, int]], separator: str, kind: FigureKind) -> dict[str, Unit]:
    return {
        phrase: Unit(kind, code, Decimal(factor))
        for phrases, (code, factor) in table.items()
        for phrase in phrases.split(separator)
    }
