"""English."""

from __future__ import annotations

from jobglot.language import DeadlineWords, GenderedTitles, Language, NoticeHeads, NoticeWords, OtherEditions

LANGUAGE = Language(
    length=1.0,
    new_site={"board": "Example Jobs", "health": "Health", "technology": "Technology", "brussels": "Brussels"},
    stop_words="""
        about above across after all also am an and another any are around as at based be because been before being
        below between both but by can could did do does doing during each either etc every few first for from
        further get had has have having he her here hers him his how if in including into is it its itself just
        least less like made make many may me might more most much must my need needed needs new no nor not of off
        on once one only onto or other our ours out over own per please same several shall she should since so some
        such than that the their theirs them themselves then there these they this those through to too two under
        until up upon us use used using very via was we were what when where whether which while who whom whose why
        will with within without would year years you your yours
        ability apply applicant applicants application applications candidate candidates career currently day days
        deadline employer employment experience experienced good great hire hiring ideal ideally job jobs join
        knowledge looking opening opportunity part position positions post posting preferred recruit recruiting
        recruits required requirements responsibilities responsible role roles salary skills strong successful task
        tasks team teams vacancies vacancy wanted well work working works
        """,
    elided="a",
    feminine={"(sales|chair|crafts|trades|camera|repair|police)(?:wo)?m[ae]n$": r"\1person"},
    months="""
        January February March April May June July August September October November December
        Jan Feb Mar Apr - Jun Jul Aug Sep Oct Nov Dec
        - - - - - - - - Sept - - -
        """,
    weekdays="Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    before_day="the",
    of_month="of",
    ordinal="st nd rd th",
    has_capital_months=True,
    has_months_first=True,
    has_decimal_points=True,
    numbers="""
        0 zero|no|none  1 one|a|an|once|first|single  2 two|twice|both|second|half|pair|couple  3 three|third
        4 four|fourth|quarter  5 five|fifth  6 six|sixth  7 seven|seventh  8 eight|eighth  9 nine|ninth
        10 ten|tenth  11 eleven  12 twelve|dozen  13 thirteen  14 fourteen  15 fifteen  16 sixteen  17 seventeen
        18 eighteen  19 nineteen  20 twenty  30 thirty  40 forty  50 fifty  60 sixty  70 seventy  80 eighty
        90 ninety  100 hundred  1000 thousand
        """,
    tens_and_ones="{ten} {one}",
    percent="per ?cent",
    multiples={"millions?": 1_000_000, "billions?": 1_000_000_000},
    money={"euros?": "EUR", "pounds?": "GBP", "dollars?": "", "francs?": ""},
    deadlines=DeadlineWords(
        label="deadline|clos(?:es|ing)(?: date)?|last day|apply by",
        until="(?:no|not) later than|at the latest(?: on)?|on or before|by|before|until|till|up to",
        before="(?<!or )before",
        applying=r"appl(?:y|ied|icants?|ications?)\b|candida|\bcvs?\b|résumé|cover letter|\bsubmit|\bsend\b",
        otherwise=(
            r"interview|\bstart|\bbegin|\bavailab|take up|\bjoin|contract|project|report|deliver|employed|permit|"
            "born"
        ),
    ),
    other_editions=OtherEditions(
        names={
            "en": "english",
            "fr": "french",
            "es": "spanish",
            "nl": "dutch",
            "de": "german",
            "ar": "arabic",
            "it": "italian",
            "pt": "portuguese",
            "ca": "catalan",
            "pl": "polish",
            "uk": "ukrainian",
            "zh": "chinese",
        },
        sending=(
            r"\b(?:see|read|consult|refer to|available in)\s+(?:also\s+)?(?P<it>the (?P<name>{names}) (?:version|"
            "edition|text))"
        ),
        hints="version edition text",
    ),
    gendered_titles=GenderedTitles(
        pattern=(
            r"\b(?:\w*(?:sales|chair|fore|handy|crafts|fire|police|camera|business|drafts|post|mail|work|"
            "repair|watch|door|trades|news|spokes|milk|fisher|horse|ombuds)(?:man|men|woman|women)|waitress|"
            "stewardess|hostess|actress|seamstress|barmaid|barman|salesgirl|chambermaid|headmaster|"
            r"headmistress|housewife|busboy|cowboy|matron|cleaning lady|tea lady)\b"
        ),
        remedy="use a word for everyone, such as “salesperson” or “firefighter”",
    ),
    generic_titles="""
        administrator adviser advisor agent analyst apprentice assistant associate clerk consultant coordinator
        deputy director employee engineer executive expert freelancer head helper intern internship job lead leader
        manager officer operator opportunity position programmer researcher role secretary specialist staff student
        supervisor team technician trainee vacancy volunteer worker
        """,
    around_titles="a an the and or new full time part urgent wanted job offer",
    offers="offer",
    vague_links=(
        "here|click here|click|this|this link|this page|link|the link|website|site|web site|read more|"
        "more|see more|see here|more information|learn more|page|follow this link|click this link"
    ),
    may_double="bye had that very",
    fill_in="insert|enter|add|replace|type|write|put",
    vague_pay=(
        r"\b(?:competitive|attractive|commensurate|negotiable) (?:salary|pay|remuneration|compensation|"
        r"wage)s?\b|\b(?:salary|pay|remuneration|compensation|wage)s? (?:is |will be )?(?:competitive|"
        "negotiable|commensurate|attractive|depending on)"
    ),
    pay="salar pay remunerat compensation wage",
    counted="""
        1 one  2 two  3 three  4 four  5 five  6 six  7 seven  8 eight  9 nine  10 ten  11 eleven  12 twelve
        18 eighteen
        """,
    lengths="1 month|months  12 year|years",
    employment_types="""
        full_time: full time|fulltime
        part_time: part time|parttime
        contractor: contractor|freelance|freelancer|self employed|consultancy|consultant|contract
        temporary: temporary|temp|seasonal
        intern: intern|internship|trainee
        volunteer: volunteer|voluntary
        per_diem: per diem|daily paid
        """,
    contracts="""
        permanent: permanent|indefinite|open ended|regular
        service: service contract|services contract|consultancy|consultancy contract|freelance|contractor
        secondment: secondment|seconded
        internship: internship|traineeship
        fixed_term: fixed term|definite duration|definite|temporary|short term|limited duration|term limited
        """,
    remote="""
        hybrid: hybrid|partly remote|partial telework|telework|teleworking
        full: fully remote|100 remote|remote|full remote|anywhere|worldwide|home office|homeoffice
        no: on site|onsite|no|none
        """,
    periods="""
        hour: hour|hourly
        day: day|daily
        week: week|weekly
        month: month|monthly
        year: year|yearly|annual|annually|annum
        """,
    flags="""
        true: yes|y|on|true
        false: no|n|off|false
        """,
    currencies="""
        EUR: euro|euros|eur
        USD: dollars
        GBP: pounds
        """,
    open_ended="until filled|open until filled|until the position is filled|rolling|no deadline|open|ongoing",
    notices=NoticeWords(
        deadline="deadline|closing date|apply by|applications? close",
        until=r"no later than|not later than|\bby\b|before|until|up to",
        at_the_latest="at the latest",
        applying=r"\bappl(?:y|ication)|\bsubmit|\bcandidat|send (?:us )?your|\bcv\b",
        until_filled="until (?:the (?:position|post|job|vacancy) (?:is|has been) )?filled",
        asking="question|information|enquir|inquir",
        contract="contract|appointment",
        experience="experien",
        probation="probation",
        other_lengths="probation",
        renewal="renew|extension|extend",
        not_renewed=r"\b(?:no|not|non)\b{gap}(?:renew|exten)",
        at_least="at least|minimum|or more",
        pay=r"salar|remunerat|pay\b|paid",
        not_pay="deduct|insurance|budget|turnover|fund",
        hours="hours?",
        weekly="weekly|(?:per|a|each|/) ?week",
        days="(?:working )?days?",
        leave="leave|holiday|vacation",
        starting=r"\bstart|\bbegin|implementation|\bfrom ",
        by_post=r"\b(?:by|per|via) (?:regular |postal |ordinary )?(?:mail|post)\b",
        condition="pending|subject to",
        audience="for",
        up_to="up to|at most|no more than",
        from_="from|at least|no less than",
        most="max(?:imum)?",
        least="min(?:imum)?",
        to="to",
        and_="and",
    ),
    heads=NoticeHeads(
        kinds=(
            "(?:(?:external|internal|open) )?vacancy (?:notification|notice|announcement)|"
            "(?:(?:external|internal|open) )?job (?:vacancy|advertisement|offer)|call for applications|"
            "job (?:description|profile|posting|opening|opportunity)(?: form)?|position description|"
            "(?:(?:external|internal|open|current) )?vacancy|we are (?:hiring|recruiting)"
        ),
        units="(?:sub)?directorate|department|division|unit|section|programme|program|bureau|office",
        employers="(?:the )?(?:city|municipality|province|ministry|university(?: hospital)?) of",
        employers_end="office|agency|ministry|university|hospital|council|institute|authority|foundation",
        the="the",
        a="an?",
        announces="is hiring|is recruiting|seeks|hires",
        seeks="seeks?|hires?|(?:is|are) (?:hiring|recruiting|looking for)",
        behind_title="in|for|with|to",
        terms="full[- ]time|part[- ]time",
    ),
    labels="""
        title: job title|title|position|position title|post title|function|role|vacancy
        organization: organization|organisation|employer|company|company name|hiring organization|agency
            |nato body|institution|body
        department: department|division|directorate|unit|team|section|service
        locations: location|primary location|duty station|place of work|place of duty|workplace|work location
            |city|place|job location
        categories: category|categories|job category|field|job field|job family
        industry: industry|sector|sectors|industries|business sector
        employment_type: job type|employment type|schedule|type of employment|working time|work schedule|hours
            |commitment
        contract: contract|contract type|type of contract|appointment type|type of appointment|contract status
        duration: duration|contract duration|contract length|duration of contract|length of contract|period
        salary: salary|pay|salary (pay basis)|salary range|remuneration|compensation|wage|pay range
            |monthly salary|annual salary
        grade: grade|level|pay grade|salary grade|post grade
        clearance: clearance level|security clearance|clearance|security clearance level
        reference: reference|ref|reference number|job reference|vacancy number|job id|requisition id
            |announcement number|vacancy no|reference no|reference nr|ref no|ref nr|job ref
            |job reference number|vacancy reference
        deadline: deadline|application deadline|closing date|apply by|applications close|closes
            |expiration date|expires|last date to apply|closing|apply before|applications close on
        posted: posted|date posted|posting date|published|publication date|published on|placed on|posted on
        updated: update day|updated|last updated|last update|date updated
        opens: opening date|applications open|opens
        starts: start date|starting date|start|expected start date|job start date
        positions: number of positions|vacancies|openings|number of posts|number of vacancies
        remote: remote|work mode|workplace type|remote work|telework
        source: source|url|link
        apply: apply|apply at|how to apply|application link|apply here|apply online|apply to|to apply
        contact: contact|contact person|contact e-mail|enquiries|questions
        experience: experience|work experience|years of experience|experience level
        offer: type of offer|offer type|document type
        """,
    sections="""
        body: job content|job description|description|content|details
        mission: The assignment|description of the assignment|mission
        tasks: Tasks|responsibilities|main accountabilities|main responsibilities|duties|key responsibilities
            |what you will do|your tasks
        project: The project|project background|context|background|description of the project or context
        profile: Profile|desired profile|requirements|qualifications|your profile|what we are looking for
            |qualifications and experience
        education: Education
        practice: Experience
        languages: Languages|language skills
        skills: Skills|competencies|competences
        conditions: Contract and conditions|conditions|what we offer|benefits|contract
        process: Application and recruitment process|how to apply|application process|recruitment process
            |selection process
        criteria: Selection criteria|selection criteria for applications|criteria
        more: Additional information|further information|other information|practical information
        about: About us|the organization|who we are
        """,
)
