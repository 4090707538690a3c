"""Sentences by which ketamine would be approved for more than anesthesia. Esketamine is another drug, and may be."""

FDA = r"(?:FDA|Food and Drug Administration)"
# Words between, as long as they deny nothing and speak of no other drug.
OTHER = r"no|not|never|nor|neither|none|cannot|without|but|than|rather|which|that|who|for|spravato|esketamine|\w+n’t"
FILL = rf"(?:(?!(?:{OTHER})\b)[\w’-]+ )"
USE = (
    r"(?:depressi(?:on|ve)|bipolar|suicid\w+|anxiety|PTSD|post-?traumatic|trauma|OCD|obsessive\w*|mood|mental|psychiatric"
    r"|addiction|alcohol\w*|substance|pain|CRPS|migraines?|fibromyalgia)"
)
FOR_USE = rf"(?:(?:in|since) (?:\w+ )?\d{{4}} )?(?:for|in|against|to treat|as an? \w+ (?:for|of)) {FILL}{{0,4}}{USE}"
KETAMINE = r"(?:(?:IV|intravenous|racemic|generic|compounded|oral|low-dose|your|our) )*(?<!\bS-)ketamine"
INFUSED = r"(?:infusions?|therapy|therapies|treatments?)"
NOW = r"(?:(?:now|also|already|fully|officially|finally|indeed|even|recently|long|just|currently|really) )*"
IS = rf"(?:is|are|was|were|(?:has|have|had|it’s|they’re) (?:{NOW}been)?|gets?|got) ?{NOW}"
APPROVED = rf"(?:{FDA}[- ](?:approved|cleared)|(?:approved|cleared) by (?:the )?(?:US |U\.S\. )?{FDA})"
AS_ANESTHETIC = r"(?! (?:only |just )?(?:for|as|in) (?:\w+ ){0,3}an(?:a?esth))"

APPROVALS = [
    # FDA-approved ketamine for depression; FDA-approved infusions
    rf"{FDA}[- ](?:approved|cleared) {KETAMINE} (?:\w+ )?{FOR_USE}",
    rf"{FDA}[- ](?:approved|cleared) (?:IV |intravenous )?(?:ketamine )?infusions?",
    rf"{FDA}[- ](?:approved|cleared) {KETAMINE} {INFUSED}",
    # Ketamine is approved by the FDA for depression; ketamine for depression is FDA-approved
    rf"(?:{KETAMINE}|infusions?) {FILL}{{0,3}}{IS}(?:an? )?{APPROVED} (?:\w+ )?{FOR_USE}",
    rf"{KETAMINE} {FILL}{{0,3}}{IS}(?:approved|cleared) {FOR_USE}",
    rf"{KETAMINE} {FILL}{{0,2}}(?:for|in) {FILL}{{0,3}}{USE} (?:\w+ )?{IS}{APPROVED}",
    rf"{KETAMINE} {INFUSED} {IS}{APPROVED}{AS_ANESTHETIC}",
    # The FDA has approved ketamine for depression; ketamine has FDA approval for depression
    rf"{FDA} (?:has |had |have )?{NOW}(?:approve[sd]|cleare?[sd]) (?:the use of )?{KETAMINE} {FILL}{{0,3}}{FOR_USE}",
    rf"{KETAMINE} {FILL}{{0,3}}(?:has|have|had|got|won|gained|received|holds) {NOW}{FDA}[- ]approval {FOR_USE}",
    rf"{FDA}[- ]approval (?:of|for) {KETAMINE} {FILL}{{0,3}}{FOR_USE}",
]
