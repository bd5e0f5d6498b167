"""Chinese surnames, as facts.

COMMON follows the order of the public security ministry's yearly name report (2020: the hundred most
frequent surnames) and goes on with frequent ones below it. RARE adds the single surnames of the
Hundred Family Surnames (百家姓, Song dynasty) and rare ones met in registers; COMPOUND the double ones.
A rare surname that is mostly another word (应, 向, 于) is believed only beside a title.
"""

from .dictionary import words

COMMON = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴"
    "霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦"
    "戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻"
    "苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练"
    "廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿"
    "鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由"
)

RARE = frozenset(
    "尤水云酆昌凤花费卜元和平狄臧计伏茅庞屈闵席季麻强娄危刁骆虞支昝经裘缪干解应宗宣贲单杭诸左钮嵇滑荣翁荀羊"
    "惠甄曲封芮羿储靳汲邴糜松井富巫乌巴弓牧隗山宓蓬郗班仰秋伊宁仇栾暴钭厉戎束幸司韶郜蓟薄印怀蒲邰从鄂索咸籍"
    "赖蔺屠池阴能苍双莘贡逄姬扶堵冉宰郦雍却璩濮寿通边扈冀郏浦农别晏瞿阎充习宦鱼容古慎戈终居步耿弘匡寇广禄阙"
    "东沃利蔚越夔隆师巩厍聂晁勾敖融訾辛阚那空毋沙乜养鞠须巢蒯相查后荆红游竺权逯盖益桓公仉督晋楚汝鄢涂钦归海"
    "墨哈谯笪年爱佟言福岳帅缑亢况有琴商牟佘佴伯赏谷啜仝啸种员逄尧撒撖仵辜召迮逮钊问俱缐揣禤冮仡侴俎偰兀邝郐"
    "郄郇鄞麴苌茆荚菅虢蚩补贠豆过酒里铁锁镇闪随鲜鹿黑丘卯买亚亥令仕依侯僧党儿克全冬初力包卓厚台史吉向启咸哈"
    "善喻嘉图坚城塔士大央奉威宇宿寒寻尚尹展岐岑峰幺庆庚庹延征律徒德忻恩恽悦慈战才扎拉拓招揭擎斛时昂昌易星景"
    "智月朝木术来析某柔桥检次段母毌求泉洋浩清渠滑澹火灵烟照燕爨牙犹玄玉理琚瓮由畅番登皇盈矫眭石祖禚秘税立粟"
    "素线练绍罕翔耶肃自至良色艮苑荔荤萨落蒿蔄"
)

COMPOUND = words(
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 "
    "申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 "
    "宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 南荣 第五 纳兰 完颜 "
    "叶赫 那拉 爱新 乌雅 富察 钮祜 达奚 斛律 赫舍 贺兰 屈突 尔朱 侯莫"
)

# Words first, surnames second: at the start of a clause these are no sign of a person.
MOSTLY_WORDS = frozenset(
    "于向和从应有由同过自以可能会要则别但等都来去来当常全经关成时位相种该各令令里通展平方国公明原初信计支司老"
    "第多大太小新家才立业问说随实力字思言至只其此先再正已还又就也均皆并而如若因所"
)

# 习近平 stands in the names of theories and meetings; the others are history, studied and remembered.
NEVER_ATTENDEES = words(
    "习近平 毛泽东 邓小平 江泽民 胡锦涛 周恩来 刘少奇 朱德 马克思 恩格斯 列宁 孙中山 李大钊 陈独秀 雷锋 王进喜 "
    "焦裕禄 孔繁森 时传祥 孟泰 赵占魁 吴运铎 张秉贵 瞿秋白 张太雷 恽代英 林祥谦 施洋 顾正红 刘华 苏兆征 邓中夏 "
    "白求恩 董存瑞 黄继光 邱少云 王杰 钱学森 邓稼先 袁隆平 屠呦呦 鲁迅 方志敏 刘胡兰 江姐"
)
