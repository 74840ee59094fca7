"""English: how news names instruments and what happens to them, as normalised text writes it."""

from typing import Final

import regex

from models.agreement import Status
from pipeline.agreements.english_slots import SLOTS
from pipeline.agreements.grammar import Form, Grammar, Head, by_status, words_pattern
from pipeline.agreements.lexicon import Lexicon

HEADS: Final = {
    "memorandum of understanding": Head("mou"),
    "memorandums of understanding": Head("mou", "many"),
    "memoranda of understanding": Head("mou", "many"),
    "memorandum of cooperation": Head("mou"),
    "memoranda of cooperation": Head("mou", "many"),
    "memorandums of cooperation": Head("mou", "many"),
    "memorandum of agreement": Head("mou"),
    "memorandum of collaboration": Head("mou"),
    "memorandum": Head("mou"),
    "memoranda": Head("mou", "many"),
    "memorandums": Head("mou", "many"),
    "mou": Head("mou"),
    "mous": Head("mou", "many"),
    "moc": Head("mou"),
    "mocs": Head("mou", "many"),
    "agreement": Head("agreement", generic=True),
    "agreements": Head("agreement", "many", generic=True),
    "accord": Head("agreement", generic=True),
    "accords": Head("agreement", "many", generic=True),
    "pact": Head("agreement", generic=True),
    "pacts": Head("agreement", "many", generic=True),
    "deal": Head("agreement", generic=True),
    "deals": Head("agreement", "many", generic=True),
    "treaty": Head("agreement"),
    "treaties": Head("agreement", "many"),
    "convention": Head("agreement", weak=True),
    "conventions": Head("agreement", "many", weak=True),
    "terms of reference": Head("agreement"),
    "letter of cooperation": Head("agreement"),
    "letter of agreement": Head("agreement"),
    "letter of understanding": Head("mou"),
    "exchange of letters": Head("agreement", weak=True),
    "exchange of notes": Head("agreement", weak=True),
    "heads of terms": Head("agreement"),
    "heads of agreement": Head("agreement"),
    "term sheet": Head("agreement"),
    "ppa": Head("agreement"),
    "fta": Head("agreement"),
    "moa": Head("agreement"),
    "annex": Head("agreement"),
    "addendum": Head("agreement"),
    "partnership": Head("agreement", weak=True),
    "partnerships": Head("agreement", "many", weak=True),
    "understanding": Head("agreement", weak=True),
    "arrangement": Head("agreement"),
    "arrangements": Head("agreement", "many", weak=True),
    "cooperation framework": Head("agreement"),
    "framework of cooperation": Head("agreement"),
    "framework": Head("agreement", weak=True),
    "charter": Head("agreement", weak=True),
    "lease": Head("agreement", weak=True),
    "loan": Head("agreement", weak=True),
    "facility": Head("agreement", weak=True),
    "credit line": Head("agreement", weak=True),
    "line of credit": Head("agreement", weak=True),
    "document": Head("agreement", weak=True, generic=True),
    "documents": Head("agreement", "many", weak=True, generic=True),
    "instruments": Head("agreement", "many", weak=True, generic=True),
    "contract": Head("contract"),
    "contracts": Head("contract", "many"),
    "subcontract": Head("contract"),
    "concession": Head("contract"),
    "concessions": Head("contract", "many", weak=True),
    "protocol": Head("protocol"),
    "protocols": Head("protocol", "many"),
    "joint declaration": Head("declaration"),
    "joint statement": Head("declaration"),
    "joint communique": Head("declaration"),
    "joint communiqué": Head("declaration"),
    "final communique": Head("declaration"),
    "final communiqué": Head("declaration"),
    "declaration": Head("declaration"),
    "declarations": Head("declaration", "many", weak=True),
    "communique": Head("declaration", weak=True),
    "communiqué": Head("declaration", weak=True),
    "letter of intent": Head("letter_of_intent"),
    "letters of intent": Head("letter_of_intent", "many"),
    "declaration of intent": Head("letter_of_intent"),
    "declarations of intent": Head("letter_of_intent", "many"),
    "statement of intent": Head("letter_of_intent"),
    "loi": Head("letter_of_intent"),
    "executive programme": Head("programme"),
    "executive program": Head("programme"),
    "executive programmes": Head("programme", "many"),
    "executive programs": Head("programme", "many"),
    "implementation programme": Head("programme"),
    "implementation program": Head("programme"),
    "cooperation programme": Head("programme"),
    "cooperation program": Head("programme"),
    "cooperation plan": Head("programme"),
    "exchange programme": Head("programme", weak=True),
    "exchange program": Head("programme", weak=True),
    "work programme": Head("programme", weak=True),
    "work program": Head("programme", weak=True),
    "programme of cooperation": Head("programme"),
    "program of cooperation": Head("programme"),
    "action plan": Head("programme", weak=True),
    "action plans": Head("programme", "many", weak=True),
    "plan of action": Head("programme", weak=True),
    "work plan": Head("programme", weak=True),
    "roadmap": Head("programme", weak=True),
    "programme": Head("programme", weak=True),
    "program": Head("programme", weak=True),
}

_CUES: Final[dict[tuple[Status, Form], str]] = {
    (
        "signed",
        "past",
    ): "signed, co-signed, inked, penned, concluded, sealed, clinched, struck, finalised, finalized, formalised, "
    "formalized, exchanged, entered into, reached, secured, landed, won, obtained, awarded, handed, granted, adopted, issued, "
    "executed, firmed up, put their names to, put their signatures to, affix their signatures, affixed their signatures, appended their signatures, put his signature to, put her signature to, put their names, "
    "put pen to paper, put pen to paper on, was signatory, were signatories, was the signatory, were the signatories, yielded, produced, resulted in, culminated in, signed up to, agreed, agreed on, followed in, followed on, closed, announced, granting, awarding, clinching, sealing, dated, dates from, dates back to, already have, already has, there was, there is",
    ("signed", "base"): "sign, signs, ink, inks, conclude, concludes, seal, seals, clinch, clinches, strike, strikes, "
    "finalise, finalize, finalises, finalizes, exchange, exchanges, enter into, enters into, reach, reaches, secure, secures, "
    "land, lands, win, wins, award, awards, hand, hands, grant, grants, adopt, adopts, issue, issues, signing, concluding, "
    "inking, exchanging, reaching",
    (
        "signed",
        "noun",
    ): "signing of, signature of, conclusion of, exchange of, award of, adoption of, signing ceremony of, "
    "signing ceremony for, ceremony for, signing",
    ("renewed", "past"): "renewed, extended, prolonged, rolled over, renewing, extending, expanded, amended, widened",
    ("renewed", "base"): "renew, renews, extend, extends, prolong, prolongs",
    ("renewed", "noun"): "renewal of, extension of",
    ("in_force", "past"): "ratified, acceded to, entered into force, came into force, took effect, came into effect, "
    "went into effect, entered into effect, brought into force, approved the ratification of",
    (
        "in_force",
        "base",
    ): "ratify, ratifies, come into force, comes into force, enter into force, enters into force, take effect, "
    "takes effect, accede to, accedes to",
    ("in_force", "noun"): "ratification of, entry into force of, instruments of ratification of, accession to",
    (
        "in_force",
        "state",
    ): "in force, in effect, being carried out, being implemented, being applied, expires, expire, runs out, still runs, runs until, run until, runs to, valid until, remains valid, linked by, bound by",
    (
        "terminated",
        "past",
    ): "terminated, cancelled, canceled, scrapped, annulled, revoked, expired, lapsed, came to an end, comes to an end, ran out, withdrew from, "
    "pulled out of, abandoned, rescinded, repealed, tore up, walked away from, ended, dropped",
    (
        "terminated",
        "base",
    ): "terminate, terminates, cancel, cancels, scrap, scraps, annul, annuls, revoke, revokes, rescind, "
    "withdraw from, withdraws from, pull out of, pulls out of, end, ends",
    ("terminated", "noun"): "termination of, cancellation of, expiry of, withdrawal from, annulment of",
    ("negotiating", "past"): "negotiated, discussed, is talking, are talking, was talking, were talking",
    (
        "negotiating",
        "base",
    ): "negotiate, negotiates, negotiating, discuss, discusses, discussing, finalising talks on, close to, nearing, closing in on, on the verge of, on the brink of, hammering out, thrashing out, finalising, finalizing, ironing out",
    ("negotiating", "noun"): "negotiations, negotiation, talks, talk of, discussions",
    (
        "negotiating",
        "state",
    ): "under negotiation, under discussion, being negotiated, being discussed, still being negotiated, being finalised, being finalized, at the drafting stage, at an advanced stage, in the final stages, in its final stages, under review, still being discussed",
    (
        "proposed",
        "past",
    ): "proposed, initialled, initialed, drafted, proposing, put forward, tabled, proposal for, proposals for",
    (
        "proposed",
        "base",
    ): "propose, proposes, initial, initials, draft, plan, plans, intends, intend, seeks, seek, considering, "
    "weighing, preparing, prepare, prepares, mulling, eyes, eyeing, envisages, invites",
    (
        "proposed",
        "state",
    ): "ready for signature, ready to be signed, expected to be signed, expected to be issued, expected to be concluded, due to be signed, "
    "set to be signed, to be signed, to be issued, in preparation, expected, is due, are due, awaiting signature, awaits, awaiting, being drafted, being prepared, "
    "in the pipeline, on the table, under preparation, under consideration, planned",
}
CUES: Final = by_status(_CUES)

NUMBER_WORDS: Final = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "a dozen": 12,
    "pair of": 2,
    "fifteen": 15,
    "twenty": 20,
}

LEFT_EDGE: Final = frozenset(
    "of in on at for to with by from under into between and or but that which who whom as than after before during since through "
    "across over about via within without upon against towards toward per via is are was were be been being has have had having "
    "will would shall should could can may might must do does did said says say also not no yet then new- when where while if "
    "signed inked sealed concluded exchanged renewed ratified won awarded secured obtained struck reached landed announced adopted "
    "issued sign signs seal seals win wins award awards renew renews ratify ratifies secure secures ink inks land lands clinch "
    "negotiating negotiate negotiates proposed proposes extend extends extended terminated cancelled canceled scrapped signing "
    "concluding finalise finalize finalised finalized agreed exchange exchanges conclude concludes hands handed granted initialled "
    "initialed eye eyes plan plans discuss discussed discussing like among including".split()
)


GRAMMAR: Final = Grammar(
    heads=HEADS,
    head=Lexicon(HEADS),
    cues=CUES,
    cue=Lexicon(CUES),
    tight=frozenset(
        "secured landed won obtained handed granted agreed closed announced dated issued adopted executed land lands win wins reach reaches hand "
        "hands grant grants adopt adopts issue issues secure secures award awards ended dropped abandoned end ends plan plans seeks seek draft drafted "
        "considering weighing preparing prepare prepares intends intend eyes eyeing invites expected planned talks discussions discussed discuss "
        "discusses discussing negotiated extending granting initial initials struck strike strikes exchange exchanges tabled".split()
    )
    | {
        "agreed on",
        "on the table",
        "already have",
        "already has",
        "close to",
        "nearing",
        "closing in on",
        "on the verge of",
        "on the brink of",
        "is talking",
        "are talking",
        "was talking",
        "were talking",
        "linked by",
        "bound by",
        "there was",
        "there is",
        "proposal for",
        "proposals for",
    },
    clause_break=regex.compile(
        r";|\s(?:replac(?:es|ing)|supersed(?:es|ing)|in place of|instead of|takes the place of)\s|(?:,|\s)(?:but|while|whereas|although|though|because|said|says|adding|added|recalled|told|who|whose|whom)\s|,\s(?:which|where|when|after|as|with)\s(?!an?\s)|\s(?:after|that)\s|,\syet\s",
        regex.IGNORECASE,
    ),
    short_form=regex.compile(
        r"(?<!\w)[Tt]he (?:((?i:ministry|authority|fund|bank|university|agency|association|chamber|institute|federation|union|council|commission|organi[sz]ation|foundation|academy|museum|corporation|department|society))"
        r"|company|group|firm|carrier|developer|utility|start-up|carmaker|airline)(?!\w)(?!'s)",
    ),
    verbal=(
        (
            regex.compile(
                r"(?<!\w)negotiations(?= (?:\w+ ){0,3}?with [^.;]{3,60}? (?:on|over|about|for) (?!an? |the (?:agreement|deal))\w)",
                regex.IGNORECASE,
            ),
            "agreement",
            "negotiating",
        ),
    ),
    ratifying=frozenset({"ratified", "ratify", "ratifies", "ratification of", "approved the ratification of"}),
    plural_verbs=frozenset(),
    coming_force=frozenset(
        {"come into force", "comes into force", "enter into force", "enters into force", "take effect", "takes effect"}
    ),
    nounlike=frozenset(
        "grant grants award awards issue issues land lands hand hands win wins plan plans draft end ends exchange strike strikes initial initials seal seals ink sign signs".split()
    ),
    attached=regex.compile(r"(?!)"),
    with_pronoun=regex.compile(r"(?!)"),
    aside=regex.compile(r",\s(?:which|who|that|whose|part of|worth|valued)\s[^,;]{0,110},"),
    reaching=frozenset({"reached", "reach", "reaches"}),
    reached_before=regex.compile(r""),
    tentative=words_pattern(r"preliminary|tentative|provisional|in principle|initial"),
    passive_before=regex.compile(
        r"\b(?:was|were|been|be|being|is|are)(?: \w+ly| also| first| since| then)?\s\Z", regex.IGNORECASE
    ),
    relative_tail=regex.compile(r",? (?:to )?(?:which|that)\s(?:[^,;]{0,70})?\Z"),
    topic_before=words_pattern(
        r"on|over|about|towards?|for|to conclude|to sign|aimed at|concerning|regarding|to reach", end=True
    ),
    no_cue_before=words_pattern(
        r"the|an?|its|their|this|that|year|no|of|at|joint|national|any|in|per|financial|military|cultural|student|news|data|export|stock",
        end=True,
    ),
    beneficiary=words_pattern(r"under which|whereby|by which|through which|according to which"),
    same_actor_before=words_pattern(
        r"(?:it|they|he|she|the (?:company|group|firm|ministry|authority|fund|bank|agency|government|carrier|utility|country|kingdom))(?: (?:has|have|had|also|recently|then|later|now|already))*",
        end=True,
    ),
    relative=regex.compile(
        r"[\s,]*(?:which|that|to which|under which|signed|concluded|dating|reached|dated|inked|sealed|renewed|awarded)\b",
        regex.IGNORECASE,
    ),
    verb_first=False,
    link_before=regex.compile(
        r"(?:\band|,|\bplus|\bor|\bas well as|\balong with|\btogether with|\band also|\bfollowed by|[:])(?: (?:to|with|for|of|on))?\s*\Z",
        regex.IGNORECASE,
    ),
    initialled=frozenset({"initialled", "initialed", "initial", "initials"}),
    no_head=regex.compile(
        r"agreements? (?:to differ|in principle that)|(?:contract|concession) (?:law|workers?|managers?|price|negotiations?|talks)\b"
        r"|contract(?:s|ed)? the\b|protocol (?:chief|office|officer|department)\b|deals? (?:out|in stocks)\b|conventions? cent(?:re|er)"
        r"|(?:pact|treaty|accord|agreement|protocol|deal)s? (?:talks|negotiations|discussions|members|countries|states|partners|signatories)\b"
        r"|programme (?:of reforms?|director|manager|office)\b|documents? (?:show|showed|seen|obtained|published)\b"
        r"|(?-i:Partnerships?)|partnerships? \(|(?<=public-private |this |such )partnerships?|(?<=this |such |an? )understanding (?:of|that)"
        r"|loans? (?:officer|book|portfolio)\b|instruments of (?:ratification|accession)|deal-|accord(?:ing|ed)|declaration of (?:war|independence|assets)",
        regex.IGNORECASE,
    ),
    no_head_before=words_pattern(
        r"great|good|big|New|Green New|to|will|would|must|can|could|should|they|we|it|who|not|Paris|Abraham|Geneva|Vienna|Kyoto|Montreal|Oslo|in|by|of mutual|own accord|own|any",
        end=True,
    ),
    determiner=words_pattern(
        r"an?|the|this|that|these|those|its|their|his|her|our|your|another|any|every|each|both|several|many|some|various|all|"
        r"a number of|numerous|said|such|first-ever"
    ),
    left_edge=LEFT_EDGE,
    definite=words_pattern(r"the|this|that|these|those|both|said"),
    fresh=words_pattern(
        r"another|second|third|fourth|similar|separate|other|new|further|additional|earlier|previous|different"
    ),
    older=words_pattern(r"old|existing|previous|former|prior|outdated|original"),
    pronoun=regex.compile(
        r"(?<=[,:;] |and |\. )((?:the )?(?:one|other|another|first|second|third|fourth|former|latter|last)(?: of them)?)"
        r"(?=(?: (?:is|was|being|concerned|concerns|deals with|relates to|covers|focuses on))? ?"
        r"(?:on|with|for|between|to|in|concerned|concerning|covering|provides)\b|, (?:on|with|for|between))|(the one)(?= signed| concluded)|(?<!\w)(the (?:previous|first|earlier|existing|old|current|new|latest|present) one)(?!\w)|(?<!\w)(an? (?:similar|identical|new|second|further) one)(?!\w)",
        regex.IGNORECASE,
    ),
    anaphor=regex.compile(
        r"(?:(?<=\A)|(?<=[.;,] )|(?<=\n))(It|They|Both|it|they|both|[Bb]oth of which|one of which|which)(?=,? (?:will|would|is|was|were|are|had|has|have|also|runs?|provides?|covers?|aims?|"
        r"carries|contains?|guarantees?|grants?|allows?|permits?|regulates?|governs?|deals?|comprises?|consists?|envisages?|foresees?|stipulates?|lasts?|comes?|enters?|entered|extends?|focuses|concerns?|takes?|commits?|obliges?|sets?|gives?|opens?|establishes|includes?|calls?|expires?|could|can|may|replaces|builds|follows|requires)\b)"
        r"|(?<!\w)(the (?:(?:signing|exchange|ceremony)(?! of| ceremony)|(?:(?:virtual|official|formal|short|online|brief) )?signing ceremony(?! of)|document was|documents were|texts? (?:was|were|also|contains|provides|covers|includes|sets)))(?!\w)|(?<=signed |inked |penned |signatures to |signature to |names to |initialled )(the (?:extension|renewal|document|text|papers?|deal))(?!\w)|(?<=\. )([Ii]ts)(?= (?:areas|fields|term|duration|value|aim|purpose)\b)|\b(?:signed|pen to paper|signatory|signatories)()(?= (?:on behalf of|in the presence of|for (?:the|his|her|its|their|[A-Z])))|(?<=\. )(Under it|Under its (?:terms|provisions))(?=,)",
        regex.IGNORECASE,
    ),
    plan_before=regex.compile(
        r"(?<!\w)(?:will|would|shall|can|could|may|might|should|must|to|yet to|about to|ready to|'ll)(?: (?:soon|shortly|also|then|later|jointly|now|be|have|formally|officially))*\s*\Z",
        regex.IGNORECASE,
    ),
    noun_plan_before=regex.compile(
        r"(?<!\w)(?:ahead of|before|upon|on|until|upcoming|planned|expected|for|towards?|forthcoming|approv(?:e[ds]?|al for|al to|al of)|nod to|green light to|authori[sz]ed|discuss(?:ed|ing)?|pav\w+ the way for|lead(?:ing)? to|"
        r"possible|imminent|pending|propos\w+|suggest\w+|prepar\w+)(?: an?| the| its| their)?(?: (?:early|official|formal|final))?\s*\Z",
        regex.IGNORECASE,
    ),
    draft_before=words_pattern(
        r"draft|proposed|planned|possible|potential|envisaged|prospective|future|forthcoming|would-be", end=True
    ),
    denied=words_pattern(
        r"denied|denies|deny|denying|rejected reports|rejects reports|dismissed|dismisses|dismissing|refuted|refused to|declined to|"
        r"rumou?rs?|neither|never|no|without|nor|not|nothing to|hasn't|haven't|didn't|isn't|wasn't|failed to|far from|ruled out"
    ),
    rumour=regex.compile(
        r"(?i:\b(?:den(?:ied|ies|y|ying)|dismiss(?:ed|es)|refut(?:ed|es))\b[^.;]{0,80}?\b(?:reports?|rumou?rs?|claims?|allegations?|stories)\b[^.;]{0,40}?\b(?:that|of|about|on|over)\b"
        r"(?:(?!\b(?:but|while|whereas|saying|noting|explaining)\b)[^.;]){0,120}\Z)"
    ),
    not_yet=words_pattern(
        r"not yet(?: been)?|yet to(?: be)?|still not|has not(?: yet)?(?: been)?|have not(?: yet)?(?: been)?|not been|never",
        end=True,
    ),
    between=words_pattern(r"between|among|bringing together|linking|binding|grouping"),
    with_=words_pattern(r"with|joined by"),
    by=words_pattern(r"by|on behalf of|for the"),
    represented=words_pattern(r"represented by"),
    on_behalf=regex.compile(r"(?!)"),
    office=regex.compile(r"(?!)"),
    from_=words_pattern(r"from|to|by|with"),
    grants=frozenset(
        "won obtained secured landed awarded handed granted wins win secures lands awards hands grants proposed awarding granting offered bagged received proposes signing".split()
    )
    | {"is talking", "are talking", "was talking", "were talking"},
    witness=words_pattern(
        r"in the presence of|in presence of|presence of|witnessed|witnesses|attended by|attended|under the patronage of|patronage of|watched by|"
        r"(?:was|were|is|are) (?:also )?present|(?:co-)?chaired by|presided by|also present|those present|in attendance|overseen by|looked on|as well as guests|presided over|on behalf of which"
    ),
    two_sides=words_pattern(
        r"the (?:two|three|both) (?:sides|parties|partners|companies|firms|institutions|universities|entities|bodies|agencies|authorities|"
        r"organi[sz]ations|ministries|groups|banks|chambers|ministers)|both (?:sides|parties|partners|companies|institutions)|the (?:parties|sides|partners|companies|firms|ministries|universities|institutions|authorities|agencies|organi[sz]ations|ports|banks|operators)(?= (?:have|had|also|then|later|signed|concluded|agreed|exchanged|inked|will))|the pair|the two(?= (?:signed|agreed|will|are|have|had|also))|the two neighbours"
    ),
    two_countries=words_pattern(
        r"(?:the )?(?:two|both) (?:countries|governments|nations|states|neighbours|capitals|kingdoms|leaders|presidents|allies)|"
        r"the (?:ministers|governments)(?= (?:have|had|also|then|later|signed|concluded|agreed|exchanged|inked|will))|"
        r"(?:governments|ministers|ministries|officials|leaders|companies|entities|bodies) of (?:the )?(?:two|both) (?:countries|nations|states|sides)"
    ),
    joint=regex.compile(
        r"[,&]|(?<!\w)(?:and|with|as well as|along with|on one side|on the other|on the one)(?!\w)", regex.IGNORECASE
    ),
    breaker=words_pattern(
        r"concluded|reached|sealed|joint venture of|subsidiary of|owned by|unit of|arm of|led by|exchanged|by|signed|inked|on|for|which|that|to|at|under|where|during|in the presence of|presence of|attended by|witnessed|will|would|was|were|is|are|has|"
        r"have|had|said|aims?|worth|concerning|regarding|covering|while|who|whose|when|after|before|since|in|as|over|about|valued|via|through|including"
    ),
    possessive=regex.compile(r"'s?(?!\w)"),
    part_of_before=regex.compile(r"(?:\bof|\bof the|\bin|\bin the|\bto|\bto the|\bfrom|,|\()\s*\Z"),
    ordinals={"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6},
    number_words=NUMBER_WORDS,
    acts_for=words_pattern(
        r"(?:governments?|presidents|premiers|leaders|ministers|ministries|ambassadors|envoys|officials|representatives|delegations?|negotiators|"
        r"companies|firms|entities|businesses|businessmen|airlines|banks|universities|institutions|authorities|chambers) (?:of|from|in)(?: the)?",
        end=True,
    ),
    with_relative=regex.compile(r"\)?,? with (?:which|whom)(?: \w+){0,5}\s*\Z"),
    talks_end=regex.compile(
        r"(?:conclud(?:ed?|es|ing)|finali[sz](?:ed?|es|ing)|clos(?:ed?|es|ing)|end(?:ed|s|ing)?|clinch(?:ed|es)?|seal(?:ed|s)?) (?!(?:in|on|at|with|after|during|following)\b)(?:[\w'-]+ ){0,4}(?:negotiations?|talks|discussions)\b"
    ),
    judges=regex.compile(
        r"\)?,? (?:has |have |had )?(?:valued?s?|described?s?|call(?:s|ed)?|puts?|said|says?|estimate[sd]?|considers?|considered|hopes?|expects?|wants?|sees?|saw|hailed|praised|criticised|criticized)\b"
    ),
    bought_from=regex.compile(
        r"\b(?:to|for the|on the|covering the) (?:buy|purchase|acquire|order|procure|lease|charter|import|source|supply|acquisition|procurement)\b[^.;:]{0,80}?\bfrom\b"
    ),
    relative_subject=regex.compile(r",?\s(?:which|that)\s"),
    holding_before=words_pattern(r"(?:already |also |still )?(?:has|have)(?: (?:long )?had)?", end=True),
    holding_after=regex.compile(r"\)?,? (?:have|has)(?: had)?(?= (?:since|in|with|for|under|on|covering)\b|[.,;])"),
    not_yet_coming=regex.compile(
        r"\bof (?:which|them|these) [\w-]+(?: are| is)?\s*\Z|\b(?:once|when|until|before|after|if)(?: (?:it|the|this|that|its)(?: [\w-]+){0,3})?(?: (?:is|comes|are))?\s*\Z",
        regex.IGNORECASE,
    ),
    ties_before=regex.compile(
        r"(?:\w+ing|\bto \w+)\b.*\b(?:ties|relations|relationship|links|cooperation|collaboration|trade|friendship|exchanges?|connectivity|"
        r"partnership|understanding|flows?|movement|dialogue|coordination|interaction|integration|bonds)\s*\Z",
        regex.IGNORECASE,
    ),
    nationality=regex.compile(
        r"(?:-(?:based|headquartered|listed|owned|backed|registered))?(?: (?!(?:and|or|with|of|to|in|on|by|for|from|as|at|will|is|was|has|have|had|that|which|buys?|sells?)\b)[a-z][a-z-]*){0,5} "
    ),
    speaks=regex.compile(r" (?:reported|reports|said|says|quoted|wrote|writes)\b"),
    told_by=words_pattern(r"according to|statement|carried|reported|published|quoted|released|confirmed|announced"),
    supplied=regex.compile(
        r"\bto (?:supply|sell|provide|deliver|export)\b(?:(?!\bto (?:be|build|supply)\b)[^.;:]){0,90}? to (?:the )?(?=\S)"
    ),
    which_before=regex.compile(r",? which\s*\Z"),
    theirs=words_pattern(
        r"(?:by|which|that) (?:their|the (?:two|three|four|five)) (?:[\w-]+ ){0,3}(?:ministers|presidents|premiers|leaders|heads|chiefs|directors|chairmen|representatives|rectors|mayors|ambassadors)"
    ),
    hung_under=words_pattern(
        r"under|through|following|upon|after|in|via|by|with(?= an?)|as part of|on the basis of|thanks to", end=True
    ),
    signs_for=regex.compile(r"(?:, [^,;.]{3,90},)? (?:signed )?(?:for|on behalf of) (?:the )?"),
    locative_before=words_pattern(
        r"in|in the|at|at the|from|from the|near|via|through|visit to|visit to the|across|outside", end=True
    ),
    slots=SLOTS,
)
