#include "model/readings.h"

#include "model/search.h"

namespace atlas::model {

namespace {

struct Reading {
    std::string_view kana, latin, written;
};
constexpr Reading readings[] = {
    {"あきや", "akiya", "空き家"},
    {"いじゅう", "ijuu", "移住"},
    {"いてん", "iten", "移転"},
    {"いりょう", "iryou", "医療"},
    {"かいご", "kaigo", "介護"},
    {"がいこくじん", "gaikokujin", "外国人"},
    {"かいもの", "kaimono", "買物"},
    {"がくせい", "gakusei", "学生"},
    {"がっこう", "gakkou", "学校"},
    {"かんきょう", "kankyou", "環境"},
    {"かんけいじんこう", "kankeijinkou", "関係人口"},
    {"かんこう", "kankou", "観光"},
    {"きぎょう", "kigyou", "企業"},
    {"きぎょう", "kigyou", "起業"},
    {"きょういく", "kyouiku", "教育"},
    {"きょうせい", "kyousei", "共生"},
    {"ぎょうせい", "gyousei", "行政"},
    {"ぎょぎょう", "gyogyou", "漁業"},
    {"けんぎょう", "kengyou", "兼業"},
    {"けんこう", "kenkou", "健康"},
    {"こうきょうこうつう", "koukyoukoutsuu", "公共交通"},
    {"こうつう", "koutsuu", "交通"},
    {"こうふきん", "koufukin", "交付金"},
    {"こうれい", "kourei", "高齢"},
    {"こそだて", "kosodate", "子育て"},
    {"こよう", "koyou", "雇用"},
    {"さいがい", "saigai", "災害"},
    {"さんぎょう", "sangyou", "産業"},
    {"しぜん", "shizen", "自然"},
    {"じばさんぴん", "jibasanpin", "地場産品"},
    {"じゅうたく", "juutaku", "住宅"},
    {"しゅくはく", "shukuhaku", "宿泊"},
    {"しゅっしょう", "shusshou", "出生"},
    {"しゅっせい", "shussei", "出生"},
    {"しょうがい", "shougai", "障害"},
    {"しょうひ", "shouhi", "消費"},
    {"しょくひん", "shokuhin", "食品"},
    {"じょせい", "josei", "女性"},
    {"じんこう", "jinkou", "人口"},
    {"じんざい", "jinzai", "人材"},
    {"しんりん", "shinrin", "森林"},
    {"すいさん", "suisan", "水産"},
    {"すいどう", "suidou", "水道"},
    {"せいさんせい", "seisansei", "生産性"},
    {"そうぎょう", "sougyou", "創業"},
    {"だいがく", "daigaku", "大学"},
    {"だつたんそ", "datsutanso", "脱炭素"},
    {"ちいき", "chiiki", "地域"},
    {"ちほう", "chihou", "地方"},
    {"ちゅうしょうきぎょう", "chuushoukigyou", "中小企業"},
    {"ちんぎん", "chingin", "賃金"},
    {"とうきょうけん", "toukyouken", "東京圏"},
    {"とうし", "toushi", "投資"},
    {"どうろ", "douro", "道路"},
    {"にちいききょじゅう", "nichiikikyojuu", "二地域居住"},
    {"のうぎょう", "nougyou", "農業"},
    {"のうりんすいさん", "nourinsuisan", "農林水産"},
    {"はたらきかた", "hatarakikata", "働き方"},
    {"ふくぎょう", "fukugyou", "副業"},
    {"ふくし", "fukushi", "福祉"},
    {"ぶつりゅう", "butsuryuu", "物流"},
    {"ぶんか", "bunka", "文化"},
    {"ぼうさい", "bousai", "防災"},
    {"ほんしゃ", "honsha", "本社"},
    {"ゆうびん", "yuubin", "郵便"},
    {"ゆしゅつ", "yushutsu", "輸出"},
    {"りょこう", "ryokou", "旅行"},
    {"わかもの", "wakamono", "若者"},
};

bool begins_with(const std::string& text, std::string_view part) { return text.compare(0, part.size(), part) == 0; }

}  // namespace

std::vector<std::string> written_forms(std::string_view key) {
    constexpr size_t two_kana = 6, four_letters = 4;
    const bool is_latin = !key.empty() && static_cast<unsigned char>(key.front()) < 0x80;
    std::vector<std::string> forms;
    if (key.size() < (is_latin ? four_letters : two_kana)) return forms;
    for (const Reading& reading : readings)
        if (begins_with(search_key(is_latin ? reading.latin : reading.kana), key))
            forms.push_back(search_key(reading.written));
    return forms;
}

}  // namespace atlas::model
