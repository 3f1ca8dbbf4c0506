"""Chinese: of the mainland and in simplified characters, where they differ."""

from __future__ import annotations

from jobglot.language import DeadlineWords, Language, NoticeWords, OtherEditions

LANGUAGE = Language(
    length=0.31,
    new_site={"board": "示例招聘", "health": "卫生", "technology": "技术", "brussels": "布鲁塞尔"},
    stop_words="的 了 和 与 及 或 在 我们 您 招聘",
    months="一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月",
    weekdays="""
        星期一 星期二 星期三 星期四 星期五 星期六 星期日
        星期一 星期二 星期三 星期四 星期五 星期六 星期天
        周一 周二 周三 周四 周五 周六 周日
        """,
    attached="[一-鿿](?<![年月日号点])",
    year_month_day="年 月 日|号",
    has_decimal_points=True,
    numbers="""
        0 零  1 一|第一  2 二|两|双|半|第二  3 三|第三  4 四|第四  5 五|第五  6 六|第六  7 七  8 八  9 九  10 十
        11 十一  12 十二  13 十三  14 十四  15 十五  16 十六  17 十七  18 十八  19 十九  20 二十  30 三十  40 四十
        50 五十  60 六十  70 七十  80 八十  90 九十  100 一百|百  200 二百|两百  500 五百  1000 一千|千
        10000 一万|万
        """,
    tens_and_ones="{ten}{one}",
    percent="个百分点",
    multiples={"亿": 100_000_000, "万": 10_000, "千": 1_000},
    money={"元(?:人民币)?|人民币|块": "CNY", "欧元": "EUR", "美元": "USD", "英镑": "GBP", "港(?:元|币)": "HKD"},
    deadlines=DeadlineWords(
        label=r"\w{0,8}截止(?:日期|时间|期限|日)?(?:为|是)?",
        until="截至|截止到|截止至|不晚于|不迟于|最晚|最迟|至|到",
        before="(?!)",
        applying="申请|报名|应聘|投递|简历|材料|提交|递交|寄|截止",
        otherwise="面试|笔试|考试|入职|到岗|上岗|合同|项目|出生|开始|起|公示|学历|学位",
        behind=r"(?:星期.|周.|（[^）]{1,6}）)?\s?(?:[\d:：点时分上下午晚中]{0,10})?(?:之?前|以前|止|截止)",
    ),
    other_editions=OtherEditions(
        names={
            "ar": "阿拉伯文",
            "de": "德文",
            "en": "英文",
            "es": "西班牙文",
            "fr": "法文",
            "it": "意大利文",
            "ja": "日文",
            "ko": "韩文",
            "nl": "荷兰文",
            "pl": "波兰文",
            "uk": "乌克兰文",
            "zh": "中文",
            "pt": "葡萄牙文",
            "ca": "加泰罗尼亚文",
        },
        sending=r"(?:请?参阅|请?参见|请见|请?查看|请看)(?P<it>(?P<name>{names})(?:版本|版))",
        hints="版",
    ),
    generic_titles="""
        专员 主管 主任 人员 代表 兼职 助理 员工 实习 实习生 岗位 工人 工程师 志愿者 技术员 招聘 文员 研究员
        秘书 管理员 经理 职位 职员 顾问
        """,
    vague_links=(
        "这里|此处|点击|点击这里|点击此处|点此|请点击|链接|此链接|该链接|网址|网站|官网|更多|查看更多|了解更多|更多信息|详情|"
        "查看详情|点击查看"
    ),
    fill_in=r"待补充|待填写|待填|请填写\w{0,30}|此处填写\w{0,30}",
    vague_pay="薪资面议|薪酬面议|工资面议|待遇面议|待遇从优|薪资优厚|(?:有|具有)竞争力的(?:薪酬|薪资|待遇)|薪酬具有竞争力",
    pay="薪 待遇 工资",
    lengths="1 个月  12 年",
    employment_types="""
        full_time: 全职
        part_time: 兼职
        contractor: 自由职业
        temporary: 临时工
        intern: 实习
        volunteer: 志愿者|志愿服务
        """,
    contracts="""
        permanent: 无固定期限
        service: 劳务合同|服务合同
        secondment: 借调
        internship: 实习协议
        fixed_term: 固定期限
        """,
    remote="""
        hybrid: 部分远程|混合办公
        full: 完全远程|远程办公|远程
        no: 现场办公
        """,
    periods="""
        hour: 小时|每小时
        day: 天|日|每天
        week: 周|每周
        month: 月|每月|月薪
        year: 年|每年|年薪
        """,
    flags="""
        true: 是
        false: 否
        """,
    open_ended="招满为止|长期有效",
    notices=NoticeWords(
        deadline="截止",
        until="不晚于",
        applying="申请|简历|应聘|报名|投递",
        until_filled="招满为止",
        asking="咨询",
        contract="合同",
        experience="经验",
        probation="试用",
        other_lengths="试用",
        renewal="续签",
        not_renewed="不{gap}续签",
        at_least="以上|至少",
        pay="薪|工资",
        up_to="最高|最多|不超过",
        from_="最低|至少|不低于",
        to="至|到",
    ),
    labels="""
        title: 职位|职位名称|岗位|岗位名称|招聘岗位|招聘职位
        organization: 招聘单位|用人单位|单位|单位名称|公司|公司名称|企业名称|机构
        department: 部门|所属部门|用人部门
        locations: 工作地点|工作地区|地点|工作城市|城市
        categories: 职位类别|岗位类别|类别
        industry: 行业|所属行业
        employment_type: 工作性质|职位性质|岗位性质|用工形式|工作类型
        contract: 合同|合同类型|聘用方式
        duration: 合同期限|聘期
        salary: 薪酬|薪资|工资|薪资待遇|薪酬待遇|月薪|年薪|薪资范围|待遇
        grade: 职级|岗位等级
        clearance: 安全审查
        reference: 职位编号|岗位编号|招聘编号|岗位代码|职位代码
        deadline: 截止日期|截止时间|报名截止|报名截止日期|申请截止|申请截止日期|报名截止时间|申请截止时间
        posted: 发布日期|发布时间|公布日期
        updated: 更新日期|更新时间|最近更新
        opens: 报名开始时间|开始日期
        starts: 入职时间|到岗时间|入职日期
        positions: 招聘人数|人数|名额|招聘名额
        remote: 办公方式|工作方式|远程办公
        source: 来源|信息来源
        apply: 申请方式|应聘方式|报名方式|投递方式|申请职位
        contact: 联系人|联系方式|咨询方式
        experience: 工作经验|工作年限|经验要求
        offer: 招聘类型
        """,
    sections="""
        body: 职位描述|岗位描述|岗位说明
        mission: 岗位目标|岗位使命
        tasks: 工作职责|岗位职责|主要职责|工作内容|职责描述
        project: 项目介绍|项目背景
        profile: 任职要求|岗位要求|任职资格|应聘条件|招聘条件
        education: 学历要求|教育背景
        practice: 经验要求描述|工作经历
        languages: 语言要求|语言能力
        skills: 技能要求|专业技能
        conditions: 福利待遇|薪资福利|我们提供
        process: 招聘流程|应聘流程|招聘程序|选拔程序
        criteria: 选拔标准|评分标准
        more: 其他说明|其他信息|补充说明
        about: 单位简介|公司简介|关于我们
        """,
)
