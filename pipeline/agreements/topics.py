"""Media topics of fields of cooperation.

A selection of our own from the IPTC Media Topics (https://cv.iptc.org/newscodes/mediatopic/, CC BY 4.0): code, label in both
languages, and the word stems by which we tell the topic. Where two topics fit, the one listed first wins: narrow before wide.
"""

from functools import lru_cache
from typing import Final, NamedTuple

import regex

from pipeline.text import fold


class Topic(NamedTuple):
    """A media topic: `stems_en` and `stems_ar` begin the words that name it."""

    code: str
    label_en: str
    label_ar: str
    stems_en: str
    stems_ar: str


TOPICS: Final = (
    Topic(
        "20001298",
        "artificial intelligence",
        "الذكاء الاصطناعي",
        "artificial intelligence|ai|robot|machine learning|humanoid",
        "ذكاء اصطناعي|ذكاء الاصطناعي|روبوت",
    ),
    Topic(
        "20000739",
        "space exploration",
        "استكشاف الفضاء",
        "space|satellite|lunar|spacecraft|astronom",
        "فضاء|اقمار|قمر|فلك",
    ),
    Topic("20000086", "cyber crime", "الجرائم الإلكترونية", "cyber", "سيبران|جرائم الكتروني"),
    Topic(
        "20000230",
        "semiconductor and electronic component",
        "أشباه الموصلات والمكونات الإلكترونية",
        "semiconductor|chip|electronic component|electronics",
        "اشباه الموصلات|رقائق|الكترونيات",
    ),
    Topic(
        "20000231",
        "software and applications",
        "البرمجيات والتطبيقات",
        "software|application|cloud",
        "برمجيات|تطبيق|سحاب",
    ),
    Topic(
        "20000257",
        "renewable energy",
        "الطاقة المتجددة",
        "renewable|solar|wind|hydrogen|green energy|clean energy|ammonia",
        "متجدد|شمسي|رياح|هيدروجين|طاقة خضراء|طاقة نظيفة|امونيا",
    ),
    Topic("20000265", "nuclear power", "الطاقة النووية", "nuclear|reactor", "نووي|مفاعل"),
    Topic(
        "20001243",
        "oil and gas",
        "النفط والغاز",
        "oil|gas|lng|petrol|petrochemical|crude",
        "نفط|غاز|بترول|بتروكيماوي|خام",
    ),
    Topic("20000260", "electricity", "الكهرباء", "electric|power|grid|interconnect", "كهرب|ربط كهربائي"),
    Topic(
        "20000316",
        "metal and mineral mining and refining",
        "تعدين المعادن وتكريرها",
        "mining|mineral|metal|copper|gold|aluminium|aluminum|steel|iron|lithium|alumina|phosphate",
        "تعدين|معادن|نحاس|ذهب|المنيوم|حديد|ليثيوم|فوسفات|جيولوجي",
    ),
    Topic("20000223", "pharmaceutical", "الأدوية", "pharma|drug|vaccine|medicine", "دواء|ادوية|دوائي|لقاح|صيدل"),
    Topic(
        "20000343",
        "waterway and maritime transport",
        "النقل البحري",
        "port|maritime|shipping|vessel|marine|ro-ro|cruise",
        "ميناء|موانئ|بحري|شحن|سفن|ملاح",
    ),
    Topic(
        "20000337",
        "transport",
        "النقل",
        "transport|rail|road|aviation|air service|airport|logistic|transit|truck|metro",
        "نقل|سكك|طرق|طيران|مطار|لوجست|عبور|ترانزيت|مترو",
    ),
    Topic(
        "20000210",
        "agriculture",
        "الزراعة",
        "agricultur|farm|crop|livestock|irrigation|horticultur|food security|fisher|fishing|veterinar|grazing|palm|date",
        "زراع|ري|بستن|حيوان|امن غذائي|صيد|بيطر|اسماك|ثروة|محاصيل|نخيل|تمور|مواشي|رعي",
    ),
    Topic(
        "20000235",
        "construction and property",
        "البناء والعقار",
        "construction|housing|building|real estate|urban|infrastructure|city|cities",
        "بناء|اسكان|سكن|عقار|عمران|بنية|بني تحتية|مدن|مقاولات",
    ),
    Topic(
        "20000274",
        "banking",
        "المصارف",
        "bank|payment|fintech|financ|insurance|capital market|dual listing|stock",
        "مصرف|بنك|مالي|مدفوعات|تامين|بورص|ادراج|تمويل",
    ),
    Topic(
        "20000377",
        "trade policy",
        "السياسة التجارية",
        "trade|customs|export|import|tariff|e-commerce|commerc|market",
        "تجار|جمارك|جمركي|صادرات|واردات|تصدير|اسواق|تسويق",
    ),
    Topic(
        "20001158",
        "start-up and entrepreneurial business",
        "الشركات الناشئة وريادة الأعمال",
        "start-up|startup|entrepreneur|small and medium|sme|venture",
        "ناشئة|ريادة|صغيرة|متوسطة",
    ),
    Topic(
        "20001216",
        "vocational education",
        "التعليم المهني",
        "vocational|apprentice|capacity building|staff training|training|skill|qualification",
        "مهني|تدريب|تاهيل|بناء القدرات|مهارات|تلمذة",
    ),
    Topic(
        "05000000",
        "education",
        "التعليم",
        "education|student|school|universit|teacher|scholarship|curricul|academic|lecturer",
        "تعليم|طلاب|طلبة|مدارس|جامع|معلم|منح دراسي|مناهج|اكاديمي",
    ),
    Topic(
        "20000735",
        "scientific research",
        "البحث العلمي",
        "research|scientific|innovation|laborator|science",
        "بحث|ابحاث|علمي|علوم|ابتكار|مختبر",
    ),
    Topic(
        "20000711",
        "biotechnology",
        "التقنية الحيوية",
        "biotech|biohealth|genom|biolog",
        "تقنية حيوية|احيائي|جينوم|بيولوج",
    ),
    Topic(
        "20000763",
        "information and communications technology",
        "تقنية المعلومات والاتصالات",
        "digital|telecom|communication|information technolog|data|internet|5g",
        "رقمي|اتصالات|معلومات|بيانات|انترنت|تقني|تكنولوج",
    ),
    Topic(
        "16000000",
        "conflict, war and peace",
        "الصراع والحرب والسلام",
        "defence|defense|military|weapon|peace|arms",
        "دفاع|عسكري|اسلحة|سلام",
    ),
    Topic(
        "20000756",
        "technology and engineering",
        "التقنية والهندسة",
        "technolog|engineering|manufactur|industr|production|drone|aerial",
        "هندس|صناع|تصنيع|انتاج|توطين|طائرات",
    ),
    Topic(
        "20000598",
        "national security",
        "الأمن الوطني",
        "security|border|counter-terror|terrorism|intelligence sharing",
        "امن|حدود|ارهاب",
    ),
    Topic(
        "20000430",
        "natural resources",
        "الموارد الطبيعية",
        "water|desalin|natural resource|sanitation|dam",
        "مياه|تحلية|موارد طبيعي|صرف صحي|سدود",
    ),
    Topic(
        "20000168",
        "emergency response",
        "الاستجابة للطوارئ",
        "disaster|emergency|rescue|relief|humanitarian|malnutrition|aid",
        "طوارئ|كوارث|انقاذ|اغاثة|انساني|سوء تغذية",
    ),
    Topic(
        "20001358",
        "public health",
        "الصحة العامة",
        "public health|epidemic|quarantine|nutrition|food safety",
        "صحة عامة|اوبئة|حجر صحي|سلامة الغذاء|غذاء",
    ),
    Topic("07000000", "health", "الصحة", "health|medical|hospital|nurs|dialysis", "صح|طب|مستشف|علاج|تمريض"),
    Topic("20000418", "climate change", "تغير المناخ", "climate|carbon|emission|decarbon", "مناخ|كربون|انبعاث"),
    Topic(
        "06000000",
        "environment",
        "البيئة",
        "environment|biodivers|waste|recycl|conservation|sustainab",
        "بيئ|تنوع|نفايات|تدوير|محمي|استدام",
    ),
    Topic("20000256", "energy and resource", "الطاقة والموارد", "energy", "طاقة"),
    Topic(
        "20000045",
        "mass media",
        "وسائل الإعلام",
        "media|news|broadcast|journalis|television|radio|photograph|editor|correspondent",
        "اعلام|اخبار|اذاع|تلفزيون|صحاف|برامج|مذيع",
    ),
    Topic(
        "20000038",
        "culture",
        "الثقافة",
        "cultur|heritage|museum|archaeolog|library|language",
        "ثقاف|تراث|متاحف|متحف|اثار|مكتب|لغة",
    ),
    Topic(
        "01000000",
        "arts, culture, entertainment and media",
        "الفنون والثقافة والترفيه والإعلام",
        "art|artist|film|cinema|music|exhibition|theatre",
        "فن|فنون|سينما|موسيق|معارض|مسرح",
    ),
    Topic(
        "15000000",
        "sport",
        "الرياضة",
        "sport|football|futsal|stadium|referee|coach|athlet|olympic|talent scouting|tournament",
        "رياض|كرة|ملاعب|حكام|مدربين|منتخب|شباب",
    ),
    Topic(
        "20000538",
        "leisure",
        "السياحة والترفيه",
        "tourism|travel|hotel|hospitality|muslim-friendly|guides",
        "سياح|سفر|فنادق|ضياف",
    ),
    Topic(
        "20000523",
        "labour market",
        "سوق العمل",
        "labour|labor|employment|manpower|worker|job",
        "عمل|عمال|توظيف|قوي عاملة|انتقال العمالة",
    ),
    Topic(
        "20000119", "justice", "العدالة", "justice|judicial|arbitration|extradition|legal", "قضا|عدل|تحكيم|قانون|تسليم"
    ),
    Topic(
        "20000817",
        "welfare",
        "الرعاية الاجتماعية",
        "welfare|social|family|women|children|youth",
        "اجتماع|اسرة|مراة|اطفال|رعاية",
    ),
    Topic(
        "20000638",
        "international relations",
        "العلاقات الدولية",
        "diploma|visa|consular|foreign polic|political consultation",
        "دبلوماس|تاشير|قنصل|مشاورات سياسي",
    ),
    Topic(
        "20000593",
        "government",
        "الحكومة",
        "government|governance|administrat|statistic|public service|tax|double taxation|standards",
        "حكوم|حوكم|ادار|احصا|خدمات عامة|ضريب|ازدواج|مواصفات|تقييس",
    ),
    Topic(
        "04000000",
        "economy, business and finance",
        "الاقتصاد والأعمال والمال",
        "econom|investment|business|exchange|intellectual property|patent",
        "اقتصاد|استثمار|اعمال|ملكية فكري|ملكية الفكري",
    ),
)


@lru_cache(maxsize=2)
def _patterns(lang: str) -> tuple[tuple["regex.Pattern[str]", str], ...]:
    before = r"(?<!\w)" if lang == "en" else r"(?<!\w)(?:[وف]?[بلك]?(?:ال|ل)?)"
    found = []
    for topic in TOPICS:
        stems = topic.stems_en if lang == "en" else topic.stems_ar
        body = "|".join(_stem_pattern(stem, lang) for stem in stems.split("|"))
        found.append((regex.compile(f"{before}(?:{body})"), f"medtop:{topic.code}"))
    return tuple(found)


def _stem_pattern(stem: str, lang: str) -> str:
    """A stem, anything after it; very short ones only as a word of their own (فن, not فندق)."""
    if lang == "en":
        return regex.escape(stem, literal_spaces=True) + (r"s?\b" if len(stem) < 4 else "")
    words = r"\s+(?:ال)?".join(stem.split())
    return words + (r"(?:ي|ية|ة|ون)?\b" if len(stem) < 3 else "")


@lru_cache(maxsize=4096)
def topic_of(phrase: str, lang: str) -> str | None:
    """The IPTC Media Topic of a field of cooperation ("medtop:20000210"); None where no topic of the table fits."""
    plain = fold(phrase)
    return next((code for pattern, code in _patterns("ar" if lang == "ar" else "en") if pattern.search(plain)), None)
