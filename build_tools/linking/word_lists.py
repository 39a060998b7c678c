"""Words the policy knows: titles, institutions, given names, function words. Lists only, no rules.

Each list is a closed class of the language or a list of the commonest members of an open one; none holds the
name of a particular person.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


INSTITUTIONS = _words(
    """Academy Accord Accords Airport Archive Archives Arena Avenue Award Bank Base Boulevard Bridge Brothers Building
    Castle Cathedral Center Centre Chair Chronicle Church City College Company Corporation County Daily Embankment
    Exchange Foundation Gallery Gazette Hall Herald Highway Hospital Hotel House Inc Institute Island Islands Journal
    Library Manuscripts Memorial Mountain Museum News Observer Opera Palace Papers Park Philharmonic Plaza Post Press
    Prize Protocol Record River School Square Stadium Station Street Strait Straits Studios Tapes Theater Theatre Times
    Tower Tribune University Valley"""
)
"""Words that, after a capitalised name, make the longer name of an institution or a place of it."""

ARCHIVAL = _words("Papers Tapes Record Manuscripts Archive Archives Memorial")
"""Institutions named after their author or subject, who is meant too: "the Harriman Papers"."""

TITLES = _words(
    """mr mrs ms miss dr professor prof sir lord lady dame baron count president vice premier prime minister chancellor
    king queen prince princess emperor general gen colonel col lieutenant lt major maj captain capt commander cdr
    admiral adm marshal brigadier sergeant sgt secretary undersecretary ambassador amb consul counselor counsellor
    attache minister ministers senator sen congressman congresswoman representative rep speaker governor gov mayor
    judge justice chief director deputy assistant chairman chairwoman chair commissioner administrator adviser advisor
    special envoy delegate officer head spokesman spokeswoman spokesperson leader comrade foreign defense defence
    finance chargé charge acting under former late messrs mm presidents ambassadors secretaries generals
    madame monsieur mme señor señora don herr frau"""
)
"""Words that announce a person by office or courtesy."""

FUNCTION_WORDS = _words(
    """a about above across after again against all also although always am among an and another any are around as at
    away back be because been before being below between both but by can come could did do does done down due during
    each either else even ever every few first for from further get had has have he hence her here
    hers him his how however i if in indeed into is it its itself just last less like many may me
    might more most much must my near need neither never new next no none nor not now of off often on once one only
    onto or other others our out over own per perhaps please quite rather same shall
    she should since so some soon still such sure than that the their them then there therefore these they third
    this those though three through thus till to today too toward two under until up upon us use  very was we well
    were what when where whether which while who whom whose why will with within without would yes yet you your yours"""
)
"""Words of English that stand at the beginning of sentences, whatever they may be as names."""

COMMON_WORDS = FUNCTION_WORDS | _words(
    """banks bring call do fields find follow forests gates get give go gold good goods grant hands hills hold keep lakes law let
    long look love make mark marks peace powers put read rich rivers roads rocks run rush said say second see seen send sharp
    short sites stones strong sweet take times trade turn use used waters ways weeks went wise woods words works write young"""
)
"""Words that begin sentences without an article and are surnames too: plurals, verbs, adjectives."""

COMMON_FAMILIES = _words("kim lee yi park pak choi choe chang jang jung chung cho kang")
"""Family names of which a dozen cover half of all Koreans: alone they say little."""

GIVEN_NAMES = _words(
    """aaron abraham adam adlai alan albert alec alex alexander alexei alexis alfred allan allen andre andrei andrew
    andy anna anne anthony anton arthur barbara barry benjamin bernard bert betty bill bob boris brian bruce bryan
    calvin carl carlos carol charles charlie chester chris christian christopher clarence clark claude clifford cordell
    craig curtis cyrus dale dan daniel dave david dean dennis dmitri dmitry don donald dorothy douglas dwight earl eddie
    edgar edmund edward edwin elizabeth ellen elliot elliott emil eric ernest eugene evan felix floyd francis frank
    franklin fred frederick gary gene geoffrey george gerald gerard gilbert glenn gordon graham grant greg gregory guy
    hans harlan harold harry harvey helen henri henry herbert herman homer howard hubert hugh ian igor ivan jack jacob
    jacques jake james jan jane jay jean jeff jerome jerry jim jimmy joan joe john johnny jonathan jose joseph joshua
    juan julian julius karl kay keith kenneth kevin klaus konstantin kurt larry laurence lawrence leo leon leonard
    leonid leroy leslie lewis linda lloyd louis lucius luis luther lyndon lynn malcolm marcus margaret maria marie mario
    mark marshall martin marvin mary matthew maurice max maxwell mel melvin michael mike mikhail milton morris morton
    nancy nathan neil nelson nicholas nick nikita nikolai norman oleg oliver oscar otto owen pat patricia patrick paul
    pedro peter phil philip phillip pierre ralph ray raymond reginald rex richard robert roger roland ron ronald roy
    rudolf rudolph russell ruth sam samuel sarah scott sergei sergey seymour sharon sidney simon stanley stephen steve
    steven stewart stuart sumner susan ted terry theodore thomas tim timothy toby tom tommy tony valentin vasily victor
    viktor vincent virginia vladimir walter warren wayne werner wilbur wilfred will william willy winston wolfgang
    woodrow yuri zbigniew"""
)
"""Common given names, lower case."""

_NICKNAMES = """abe abraham|al albert alan alfred alexander|alec alexander|alex alexander alexis|andy andrew|ben benjamin|bert
albert herbert robert|bill william|billy william|bob robert|bobby robert|chet chester|chuck charles|cy cyrus|charlie charles|dan
daniel|dave david|dick richard|don donald|doug douglas|ed edward edwin edmund edgar|eddie edward edwin|fred frederick
alfred|gene eugene|gerry gerald|hal harold harry henry|hank henry|harry harold henry|ike dwight|jack john|jake jacob|jerry gerald
jerome|jim james|jimmy james|joe joseph|johnny john|ken kenneth|larry lawrence laurence|lew lewis llewellyn|liz elizabeth|lou
louis|mac mcgeorge|marty martin|matt matthew|max maxwell|mike michael|nick nicholas|pat patrick patricia|pete peter|phil philip phillip|ray
raymond|rob robert|ron ronald|sam samuel|sandy alexander|sid sidney|stan stanley|steve stephen steven|stu stuart|ted theodore
edward|teddy theodore edward|terry terence|tim timothy|tom thomas|tommy thomas llewellyn|tony anthony|vic victor|walt walter|will
william|win winston winthrop"""

NICKNAMES = {line.split()[0]: frozenset(line.split()[1:]) for line in _NICKNAMES.split("|")}
"""Short given names, each with the full ones it may stand for."""

PARTICLES = _words("de von van der den la le du di da del dos")
"""Small words inside a family name, written with or without a capital."""
