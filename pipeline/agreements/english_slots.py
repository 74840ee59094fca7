"""English: how news tells where, when, for how much, about what and on which terms, as normalised text writes it."""

from typing import Final

import regex

from pipeline.agreements.grammar import SlotGrammar, words_pattern

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

SLOTS: Final = SlotGrammar(
    replaces=regex.compile(
        r"\b(?:replac(?:es?|ed|ing)|supersed(?:es?|ed|ing)|succeed(?:s|ed|ing)|follows|builds on|building on|in place of|instead of|takes over from)\s*\Z"
    ),
    same_event=words_pattern(
        r"at the (?:same )?(?:ceremony|event|occasion|signing)|of the (?:ceremony|signing|event)|(?:same|that) (?:day|ceremony|occasion)|on the same occasion|on the occasion"
    ),
    extra_term=words_pattern(r"more|further|additional|longer"),
    earlier=words_pattern(r"had|earlier|previously|last (?:year|month|week)|ago|since|under"),
    ceremony=regex.compile(
        r"(?:ceremony|visit|offices?|headquarters|palace|embassy|signing|exchange|held|meeting|summit|forum|conference|talks|sidelines|exhibition|session|hosted|took place|gathering|here)\b[^.;]{0,36}\Z",
        regex.IGNORECASE,
    ),
    place_before=regex.compile(
        r"(?<!\w)(?:in|at|on|to)(?: the| its| his)?(?: (?:capital|city|capital city|headquarters|port|island|town)(?: of|,)?)?\s*\Z",
        regex.IGNORECASE,
    ),
    when=words_pattern(r"when|where"),
    meeting=words_pattern(
        "(?:at the (?:end|close|conclusion) of|after|following|during|at|on the sidelines of|on the margins of) (?:the|this|that|their) (?:\\w+ )?(?:talks|meetings?|visit|session|summit|forum|conference|ceremony)"
    ),
    aside_event=words_pattern(r"sidelines|separately|elsewhere|meanwhile"),
    announced_before=words_pattern(r"announced|announces|unveiled|revealed|disclosed|reported", end=True),
    not_signing_date=regex.compile(
        r"(?<!\w)(?:disclosed|establish\w*|found\w*|creat\w+|launch\w*|inception|unveiled|published|revealed|said|told|added|noted|stated|explained|by|to|through|into|until|till|from|starting|beginning|expir\w+|lapsed|ended|ends|ran out|due|end|since|cancelled|canceled|terminated|ratified|scrapped|open|opens|begin|begins|"
        r"start|starts|completed|operat\w+|enter\w* into force|came into force|took effect|approved|before|renew\w* until|valid)(?: on| in| by| early in| the| of| at the end of| end of)?\s*\Z",
        regex.IGNORECASE,
    ),
    subject_opener=regex.compile(
        r"(?<=memorandum )of\s+(?=\w+ cooperation)|(?<=[\s,)])(?:aimed at|aiming to|covering|concerning|concerned|regarding|relating to|related to|governing|dealing with|"
        r"in the (?:field|area|sphere|domain) of|on the subject of|on|for|to|over|in)\s+(?=\w)(?!signature|the first time|years|decades|its part|behalf|the sidelines|condition|one side|the other)",
        regex.IGNORECASE,
    ),
    fields_follow=regex.compile(
        r"(?:cooperation|collaboration|partnership|cooperating) (?:in|on|across) (?:the |various |several |key )*(?:fields|areas|sectors)|(?:the )?(?:fields|areas) of",
        regex.IGNORECASE,
    ),
    subject_block=regex.compile(
        r"[;:.]\s|(?<!\w)(?:which|that|who|whose|will|would|is|are|has|had|have|said|under|after|before|when|while|aims?|covers?|was (?!signed|concluded|reached)|in the presence|attended|on behalf)(?!\w)",
        regex.IGNORECASE,
    ),
    weak_opener=regex.compile(r"(?:over|in)", regex.IGNORECASE),
    series=regex.compile(r"(?:, [\w'-]+(?: [\w'-]+){0,5})*,? and [\w'-]+(?: [\w'-]+){0,2}"),
    subject_stop=regex.compile(
        r"[,;:.](?=\s|$)|\s\(|\s-\s|\s(?:between|with|signed|inked|concluded|which|that|whose|worth|valued|in the presence|under|by|during|was|were|is|are|has|have|"
        r"had|will|would|after|before|on the sidelines|at a|as|when|while|at the|following|until|once|within|followed|through|said|could|may|could|via|exchanged|"
        rf"so|where|since|and (?=an?\s)|(?:in|on|last|next|this|early|late)\s(?=(?:{_MONTHS}|\d|week|month|year|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)))\b",
        regex.IGNORECASE,
    ),
    field_opener=regex.compile(
        r"(?<!\w)(?:(?:in|across|on|into|of|covering|covers?|cooperate in|spanning)\s+(?:the\s+|various\s+|several\s+|many\s+|key\s+|such\s+)*"
        r"(?:\w+\s+){0,2}?(?:fields|areas|sectors|domains|spheres|field|area|sphere|sector)(?:,?\s(?:of(?: cooperation)?|such as|including|like|covering|namely|ranging from)|:)|"
        r"(?:areas|fields) are|covering|covers?|spanning|spans|ranging from|including|includes?|encompass(?:es|ing)|extends? to|focus(?:es|ing)? on|dealing with|deals? with|"
        r"cooperat(?:e|ion|ing) (?:in|on)|collaborat(?:e|ion|ing) (?:in|on|across)|work(?:ing)? together (?:in|on)|join forces (?:in|on)|partner(?:ship|ing)? (?:in|on)|(?:ties|relations|links|exchanges?|coordination|expertise|experience|projects|programmes|programs|research|studies|training|cooperation|collaboration)(?: (?:between|among) (?:the )?(?:two |both )?\w+)? in(?! the(?! (?:fields?|areas?))| (?-i:[A-Z])| \d)|provides for(?: cooperation in)?|lists action plans for|concerned|devoted to|(?:contains?|has|with) (?:chapters|clauses|provisions|sections|articles|rules) on|opens? the way (?:for|to)|such as)"
        r"[:,]?\s+(?:(?:chapters|clauses|provisions|sections|articles|rules|areas|fields|joint work|projects?) (?:on|for|in|like|such as)\s+|among other things,?\s+|in particular,?:?\s*|the fields? of\s+|both\s+|cooperation in\s+|areas such as\s+|areas including\s+|fields such as\s+)*",
        regex.IGNORECASE,
    ),
    strong_term=words_pattern(
        r"joint (?:\w+ )?(?:committee|commission|team|working group)|working group|steering committee|(?:has |have )?(?:undertakes?|undertaken)|pledges? to|commits? itself|each (?:party|side|agency|company|\w+ (?:will|bears?|may|shall))|"
        r"(?:funds|proceeds|money) (?:will|are to)|either \w+(?= (?:may|can|will|has|is))|may be (?:renewed|extended|terminated|taken|ended)|takes? effect|valid (?:for|until)|holds until|"
        r"it (?:guarantees|obliges|grants|exempts|commits|requires|protects|contains)|(?:both|the two|the) (?:sides|parties|companies|agencies|institutions|universities|ministries|bodies) (?:will|are to|undertake|agreed to)|is to be formed|will be (?:set up|formed)|"
        r"construction (?:should|will|is to)|works? (?:are|is) to|(?:distribution|implementation|delivery|deliveries) (?:is|are|will)|are due within|first (?:round|phase|meeting) (?:will|is to)"
    ),
    list_opener=words_pattern(r"areas|fields|sectors|covers?|covering|includes?|including|domains"),
    field_stop=regex.compile(
        r"[;:.](?=\s|$)|,? and (?=(?:enters?|provides?|takes?|will|would|is|are|was|were|has|have|sets?|aims?|calls?|opens?|also|can|may|must)\b)|\s\(|\s-{1,2}\s|,?\s(?:between(?! [a-z]{4,}(?:,|\.| and )(?<!sides)(?<!parties)(?<!countries))|signed|which|that|whose|worth|valued|in the presence|under|by|during|was|were|is|are|has|have|had|will|would|"
        r"after|before|at a|when|while|following|until|with a view|with the aim|in order to|as part of|said|according|where|who|to be|it was|capping|exchanged|aims?|"
        r"in accordance|from (?=\d)|(?:on|in) (?=\d|January|Feb|March|April|May|June|July|Aug|Sep|Oct|Nov|Dec|Monday|Tues|Wed|Thurs|Fri|Sat|Sun))\b",
        regex.IGNORECASE,
    ),
    no_field=regex.compile(
        r"\d|(?<!\w)(?:build\w*|construct\w*|complet\w+|develop|operate|suppl(?:y|ies) of|purchase of|stake|shares?|plants?|projects?|stations?|terminals?|factory|ports?|airport|dam|road|"
        r"railway|bring\w*|acquir\w+|buy\w*|loans?|economic partnership|free trade|venture|phase|park|study|make|making|finance|financing|convert\w*|establish\w*|set\w* up|creat\w+|"
        r"licences?|loans?|credit|grant|affiliation|twinning|sister-city|sale|purchase|offtake|supply|employment|labour supply|shareholders'?|closer|ties|relations|the Emirati|comprehensive economic)(?!\w)",
        regex.IGNORECASE,
    ),
    topic_filler=frozenset(
        "a an the following economic planned proposed future draft prospective forthcoming current said same bilateral cooperation framework strategic joint new mutual first second third separate similar comprehensive final preliminary initial "
        "executive multi-year landmark major key renewable memorandum binding non-binding government general international regional "
        "long-term support usufruct and short-term trilateral tripartite partnership collaboration its their his another earlier previous two-year three-year historic "
        "last next past year big formal inter-governmental intergovernmental largest longest biggest newly inked concluded affiliation signed purchase supply second-phase existing original initial definitive annual special broader wider standing definitive expanded extended revised updated amended enhanced".split()
    ),
    value_cue=words_pattern(
        r"worth|valued at|value of|valued|totalling|totaling|amounting to|cost of|at a cost of|estimated at|contract value|for|of|costing|investment of|"
        r"outlay of|combined|under it|put at|put|invest|provides for|will receive|contribution of|around|about|some|nearly|investment"
    ),
    worth=words_pattern(
        r"worth|valued|value|value of|valued at|totalling|totaling|amounting to|outlay of|cost of|combined|investment of|put at"
    ),
    outlay=words_pattern(r"cost of|at a cost of|costing|investment of|outlay of|put at|put|invest|investment"),
    duration_cue=words_pattern(
        r"for|valid for|runs for|run for|term of|period of|lasting|lasts|over|within|duration of|concluded for|holds for|extends by|extended by|by|"
        r"repayable over|up to|term|span|spanning|another|a further|stretching over|of|signed for|tenor of|in"
    ),
    term_cue=words_pattern(r"valid for|runs? for|term of|duration of|concluded for|period of"),
    under=words_pattern(
        r"under (?:the|this|that|its|their|it|which|these)|pursuant to|according to the|in line with the|by virtue of|in accordance with|as part of the|within the framework of"
    ),
    term_opener=regex.compile(
        r"(?:,? (?:under|through|by) which |,? which (?=will|would|aims?|provides|calls|gives|commits|obliges|entitles|requires|includes|grants|runs|is to|sets)|"
        r",? with (?=the aim of|a view to)|,? that (?=will|would|aims|provides|call|calls|gives|also)| (?=(?:intended|designed|aimed|aiming|meant) (?:to|at) )|, (?=to (?:develop|build|supply|construct|operate|provide))|"
        r", (?=with \w+ (?:holding|paying)))",
        regex.IGNORECASE,
    ),
    purpose=regex.compile(
        r"(?<=[,):\w])\s(?=to (?!be |the |a |an |its |their |which |whom |[A-Z])[a-z]+ )(?<!agreed )(?<!accession )(?<!related )(?<!according )"
    ),
    coming=regex.compile(
        r"(?<!\w)(?:(?:is|are|was|were) (?:expected|due|set|scheduled|likely) to|could be|would be|may be|can be|is to|are to|hopes? (?:to|it can)|should be)(?!\w)",
        regex.IGNORECASE,
    ),
    under_before=regex.compile(
        r"\s*(?:^|(?<!\w))(?:under|pursuant to|in line with|in accordance with)\s+\Z", regex.IGNORECASE
    ),
    scope=words_pattern(
        r"scope|key facts|terms|main points|highlights|details|obligations|provisions|what (?:it|the (?:deal|agreement|contract)) (?:covers|provides|says)"
    ),
    plain_verb=regex.compile(r"(?!)"),
    term_lead=regex.compile(r"(?:\s*(?:and|that|but|while|also|then|which also)\s)+", regex.IGNORECASE),
    term_break=regex.compile(
        r";\s|, and (?=(?:[\w'-]+ ){1,6}(?:will|shall|must|is to|are to|may|has to)\b)|, (?:while|whereas|but) |,? and (?=(?:will|provides|aims|would|requires|includes)\b)|, (?=with \w+ holding)"
    ),
    annexed_before=words_pattern(
        r"(?:annex|addendum|amendment|protocol|supplement|appendix) to(?: the| its| their| this)?|under|annexed to|attached to|supplementing|supplement to|implementing|pursuant to|within the framework of|in implementation of|as part of|building on|in line with",
        end=True,
    ),
    counted_fields=regex.compile(
        r"(?<!\w)(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|following|these) (?:[\w-]+ ){0,2}(?:areas|fields|sectors|axes|pillars|priorities|domains)(?!\w)|(?:fields|areas|sectors)(?: of cooperation)? (?:are|include|will be):\s*\Z|(?:work together|cooperate|collaborate|cooperation) (?:in|on)(?: the following(?: areas| fields)?)?:\s*\Z",
        regex.IGNORECASE,
    ),
    counted_list=words_pattern(
        r"areas?|fields?|sectors?|axes|pillars|centres?|centers?|agreements?|memoranda|mous|documents?|contracts?|priorities|points|projects?|priority areas|themes|articles|working groups"
    ),
    partial_list=words_pattern(r"including|among them|among|such as|some of|most|notably"),
    term_list=words_pattern(
        r"will|shall|provides? for|scope|undertakes?|includes?|following|terms|obligations|under (?:the|it|which)|comprises?|consists? of|covers?, in particular|facts"
    ),
    speech=regex.compile(
        r"\"|(?<!\w)(?:said|told|says|added|noted|stressed|described|according to|he |she )", regex.IGNORECASE
    ),
    held=words_pattern(r"took place|takes place|taking place|was held|were held"),
    duty=words_pattern(r"will|shall|must|are to|is to|may not"),
    term_cues=(
        (
            words_pattern(
                r"aims? (?:to|at)|aimed at|aiming to|seeks? to|intended to|designed to|is meant to|with the aim of|purpose of|objective of|in order to|goal is to"
            ),
            "objective",
        ),
        (
            words_pattern(
                r"joint (?:\w+ )?(?:committee|commission|team|task force|working group|council|secretariat|body)|working group|steering committee|coordinators?|focal points?|"
                r"mechanism|extended automatically|renewable|renewed automatically|may be (?:renewed|extended)|mutual consent|comes? into effect|takes? effect|tacit|either (?:party|side)|withdraw|terminate it|notice"
            ),
            "mechanism",
        ),
        (
            words_pattern(
                r"is expected to|are expected to|is to be|are to be|is due|are due|scheduled to|should begin|is to|are to|will begin|will start|could be signed|expected to|yet to|"
                r"awaits|remains to be|next (?:month|year|week)|hope it can|begin in|would be signed"
            ),
            "next_step",
        ),
        (
            words_pattern(
                r"undertakes? to|pledges? to|commits? to|obliges?|must|shall|will (?:pay|provide|supply|bear|send|train|transfer|deliver|grant|finance|invest|purchase|buy|receive|"
                r"take part|draw up|market|contribute|work together|cooperate|remove|develop|operate|run|host|exchange|share|appoint|go towards)|is responsible|are responsible|"
                r"required to|may not|imposes?|bears?|entitles?|gives?|removes?|exempts?|in return for|requires?|guarantees|grants|protects|undertaken to|needs to be|may be|contains|obligation|fixes|sets out|governs|regulates|encourages|allows?|enables?|opens|settles?|will|would|shall|carries interest|repayable|holding"
            ),
            "obligation",
        ),
        (
            words_pattern(
                r"provid(?:es|ed|ing) for|establish\w*|set(?:ting)? up|creat(?:e|es|ion|ing)|build\w*|construct\w*|launch\w*|open(?:s|ing)?|inaugurat\w+|capacity|facility|"
                r"centre|center|plant|turn out|to be built|pilot project"
            ),
            "deliverable",
        ),
    ),
)
