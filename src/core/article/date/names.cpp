// SPDX-License-Identifier: GPL-2.0-or-later
// The names as lists, one for each month and weekday, looked up by hash; _ is
// the blank inside a name.
#include "article/date/names.h"

#include "text/ascii.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <string>
#include <unordered_map>

namespace tritone::article {
namespace {

constexpr std::size_t kLetters = 26;
constexpr std::size_t kSizes = 16;

struct Names {
  std::unordered_map<std::string, int> numbers;     // by folded name
  std::bitset<kLetters * kLetters * kSizes> shapes; // of those of ASCII
};

constexpr std::string_view kMonths[] = {
    "januar jan jänner jaenner janvier janv enero ene gennaio gen janeiro "
    "gener januari tammikuu tammikuuta stycznia styczeń sty ledna leden "
    "januára január ianuarie ian ocak oca января январь янв січня січень січ "
    "януари ιανουαρίου ιανουάριος ιαν januarja sausio sausis janvāris "
    "jaanuar يناير جانفي كانون_الثاني جنوری ژانویه ינואר בינואר มกราคม ม.ค "
    "ມັງກອນ មករា ဇန်နဝါရီ tháng_một tháng_giêng जनवरी जानेवारी জানুয়ারি জানুয়ারী "
    "જાન્યુઆરી ਜਨਵਰੀ ஜனவரி జనవరి ಜನವರಿ ജനുവരി იანვარი հունվարի հունվար yanvar "
    "januarie urtarrilaren urtarrila xaneiro eanáir ionawr janar siječnja "
    "јануар јануари januara студзеня қаңтар jannar januaro janvārī",
    "februar feb feber février fevrier févr fevr fév febrero febbraio "
    "fevereiro fev febrer februari helmikuu helmikuuta lutego luty lut února "
    "únor februára február febr februarie şubat февраля февраль фев февр "
    "лютого лютий лют февруари φεβρουαρίου φεβρουάριος φεβ februarja vasario "
    "vasaris februāris veebruar فبراير فيفري شباط فروری فوریه פברואר בפברואר "
    "กุมภาพันธ์ ก.พ ກຸມພາ កុម្ភៈ ဖေဖော်ဝါရီ tháng_hai फरवरी फ़रवरी फेब्रुवारी फेब्रुअरी "
    "ফেব্রুয়ারি ফেব্রুয়ারী ફેબ્રુઆરી ਫ਼ਰਵਰੀ ਫਰਵਰੀ பிப்ரவரி ఫిబ్రవరి ಫೆಬ್ರವರಿ ഫെബ്രുവരി "
    "თებერვალი փետրվարի փետրվար fevral pebrero otsailaren otsaila febreiro "
    "feabhra chwefror shkurt veljače фебруар februara лютага ақпан frar "
    "februaro februārī",
    "märz maerz mär mrz mars marzo março marco març maart mrt marts "
    "maaliskuu maaliskuuta marca marzec března březen márciusa március márc "
    "martie mart марта март мар березня березень бер μαρτίου μάρτιος μαρ "
    "maret marec kovo kovas märts mac مارس آذار اذار مارچ מרץ מרס במרץ במרס "
    "มีนาคม มี.ค ມີນາ មីនា မတ် tháng_ba मार्च মার্চ માર્ચ ਮਾਰਚ மார்ச் మార్చి ಮಾರ್ಚ್ മാർച്ച് "
    "მარტი մարտի մարտ marso machi martxoaren martxoa márta mawrth ožujka "
    "marta сакавіка наурыз marzu marto martā",
    "april avril avr abril abr aprile huhtikuu huhtikuuta kwietnia kwiecień "
    "kwi dubna duben apríla apríl április ápr aprilie nisan апреля апрель "
    "апр квітня квітень кві април απριλίου απρίλιος απρ aprila balandžio "
    "balandis aprīlis aprill أبريل ابريل إبريل أفريل نيسان اپریل آوریل אפריל "
    "באפריל เมษายน เม.ย ເມສາ មេសា ဧပြီ tháng_tư अप्रैल एप्रिल अप्रिल এপ্রিল એપ્રિલ "
    "ਅਪ੍ਰੈਲ ஏப்ரல் ఏప్రిల్ ಏಪ್ರಿಲ್ ഏപ്രിൽ აპრილი ապրիլի ապրիլ aprel aprili apirilaren "
    "apirila aibreán ebrill prill travnja красавіка сәуір aprilo aprīlī",
    "mai mayo maggio mag maio maig mei maj toukokuu toukokuuta maja května "
    "květen mája máj május mayıs мая май травня травень тра μαΐου μαίου "
    "μάιος μαϊ gegužės gegužė maijs مايو ماي أيار ايار مئی مه מאי במאי "
    "พฤษภาคม พ.ค ພຶດສະພາ ឧសភា မေ tháng_năm मई मे মে મે ਮਈ மே మే ಮೇ മേയ് മെയ് მაისი "
    "մայիսի մայիս may maiatzaren maiatza bealtaine svibnja мај траўня мамыр "
    "mejju majo maijā",
    "juni jun juin junio giugno giu junho juny kesäkuu kesäkuuta czerwca "
    "czerwiec cze června červen júna jún június iunie iun haziran июня июнь "
    "июн червня червень чер юни ιουνίου ιούνιος ιουν junija birželio "
    "birželis jūnijs juuni يونيو يونيه جوان حزيران جون ژوئن יוני ביוני "
    "มิถุนายน มิ.ย ມິຖຸນາ មិថុនា ဇွန် tháng_sáu जून जुन জুন જૂન ਜੂਨ ஜூன் జూన్ ಜೂನ್ ജൂൺ ივნისი "
    "հունիսի հունիս iyun hunyo junie ekainaren ekaina xuño meitheamh mehefin "
    "qershor lipnja јун јуни juna чэрвеня маусым ġunju jūnijā",
    "juli jul juillet juil julio luglio lug julho juliol heinäkuu heinäkuuta "
    "lipca lipiec července červenec júla júl július iulie iul temmuz июля "
    "июль июл липня липень лип юли ιουλίου ιούλιος ιουλ julija liepos liepa "
    "jūlijs juuli يوليو يوليه يوليوز جويلية تموز جولائی ژوئیه יולי ביולי "
    "กรกฎาคม ก.ค ກໍລະກົດ កក្កដា ဇူလိုင် tháng_bảy जुलाई जुलै জুলাই જુલાઈ ਜੁਲਾਈ ஜூலை జులై "
    "జూలై ಜುಲೈ ജൂലൈ ივლისი հուլիսի հուլիս iyul julai hulyo julie uztailaren "
    "uztaila xullo iúil gorffennaf korrik srpnja јул јули jula ліпеня шілде "
    "lulju jūlijā",
    "august aug août aout agosto ago agost augustus augusti elokuu elokuuta "
    "sierpnia sierpień sie srpna srpen augusta augusztus ağustos августа "
    "август авг серпня серпень сер αυγούστου αύγουστος αυγ agustus avgusta "
    "rugpjūčio rugpjūtis augusts أغسطس اغسطس أوت غشت آب اگست اوت אוגוסט "
    "באוגוסט สิงหาคม ส.ค ສິງຫາ សីហា ဩဂုတ် tháng_tám अगस्त ऑगस्ट अगस्ट আগস্ট ઑગસ્ટ ઓગસ્ટ "
    "ਅਗਸਤ ஆகஸ்ட் ఆగస్టు ಆಗಸ್ಟ್ ഓഗസ്റ്റ് ആഗസ്റ്റ് აგვისტო օգոստոսի օգոստոս avqust avgust "
    "ogos agosti abuztuaren abuztua lúnasa awst gusht kolovoza жніўня тамыз "
    "awwissu aŭgusto ágúst augustā",
    "september sept sep septembre septiembre setiembre settembre setembro "
    "set setembre syyskuu syyskuuta września wrzesień wrz září septembra "
    "szeptember szept septembrie eylül сентября сентябрь сен сент вересня "
    "вересень вер септември σεπτεμβρίου σεπτέμβριος σεπ rugsėjo rugsėjis "
    "septembris سبتمبر شتنبر أيلول ايلول ستمبر سپتامبر ספטמבר בספטמבר กันยายน "
    "ก.ย ກັນຍາ កញ្ញា စက်တင်ဘာ tháng_chín सितंबर सितम्बर सप्टेंबर सेप्टेम्बर সেপ্টেম্বর "
    "સપ્ટેમ્બર ਸਤੰਬਰ செப்டம்பர் సెప్టెంబర్ ಸೆಪ್ಟೆಂಬರ್ സെപ്റ്റംബർ სექტემბერი սեպտեմբերի "
    "սեպտեմբեր sentyabr sentabr setyembre septemba irailaren iraila "
    "meán_fómhair medi shtator rujna септембар septembar верасня қыркүйек "
    "settembru septembro septembrī",
    "oktober okt octobre oct octubre ottobre ott outubro out lokakuu "
    "lokakuuta października październik paź října říjen októbra október "
    "octombrie ekim октября октябрь окт жовтня жовтень жов октомври "
    "οκτωβρίου οκτώβριος οκτ oktobra spalio spalis oktobris oktoober أكتوبر "
    "اكتوبر تشرين_الأول تشرين_الاول اکتوبر اکتبر אוקטובר באוקטובר ตุลาคม ต.ค "
    "ຕຸລາ តុលា အောက်တိုဘာ tháng_mười अक्टूबर अक्तूबर ऑक्टोबर अक्टोबर অক্টোবর ઑક્ટોબર "
    "ઓક્ટોબર ਅਕਤੂਬਰ அக்டோபர் అక్టోబర్ ಅಕ್ಟೋಬರ್ ഒക്ടോബർ ოქტომბერი հոկտեմբերի հոկտեմբեր "
    "oktyabr oktabr oktubre oktoba urriaren urria deireadh_fómhair hydref "
    "tetor октобар oktobar кастрычніка қазан ottubru oktobro oktobrī",
    "november nov novembre noviembre novembro marraskuu marraskuuta listopad "
    "lis listopada listopadu novembra noiembrie noi kasım ноября ноябрь ноя "
    "листопада листопад лис ноември νοεμβρίου νοέμβριος νοε lapkričio "
    "lapkritis novembris نوفمبر نونبر تشرين_الثاني نومبر نوامبر נובמבר "
    "בנובמבר พฤศจิกายน พ.ย ພະຈິກ វិច្ឆិកា နိုဝင်ဘာ tháng_mười_một नवंबर नवम्बर नोव्हेंबर "
    "नोभेम्बर নভেম্বর નવેમ્બર ਨਵੰਬਰ நவம்பர் నవంబర్ ನವೆಂಬರ್ നവംബർ ნოემბერი նոյեմբերի "
    "նոյեմբեր noyabr nobyembre novemba azaroaren azaroa samhain tachwedd "
    "nëntor studenoga studenog новембар novembar лістапада қараша novembrī",
    "dezember dez décembre decembre déc diciembre dic dicembre dezembro "
    "december desember des desembre joulukuu joulukuuta grudnia grudzień gru "
    "prosince prosinec decembra decembrie aralık декабря декабрь дек грудня "
    "грудень гру декември δεκεμβρίου δεκέμβριος δεκ gruodžio gruodis "
    "decembris detsember ديسمبر دجنبر كانون_الأول كانون_الاول دسمبر دسامبر "
    "דצמבר בדצמבר ธันวาคม ธ.ค ທັນວາ ធ្នូ ဒီဇင်ဘာ tháng_mười_hai tháng_chạp दिसंबर "
    "दिसम्बर डिसेंबर डिसेम्बर ডিসেম্বর ડિસેમ્બર ਦਸੰਬਰ டிசம்பர் డిసెంబర్ ಡಿಸೆಂಬರ್ ഡിസംബർ "
    "დეკემბერი դեկտեմբերի դեկտեմբեր dekabr disember disyembre desemba "
    "abenduaren abendua decembro nollaig rhagfyr dhjetor prosinca децембар "
    "decembar снежня желтоқсан diċembru decembrī"};

constexpr std::string_view kDays[] = {
    "montag lundi lunes lunedì segunda maandag måndag mandag poniedziałek "
    "понедельник понеділок пн δευτέρα pondělí pondelok hétfő pazartesi luni "
    "dilluns maanantai ponedeljek esmaspäev pirmdiena pirmadienis senin "
    "الاثنين الإثنين יום_שני วันจันทร์ วันจันทร์ที่ सोमवार সোমবার 月曜日 月曜 星期一 "
    "周一 週一 월요일 ponedjeljak понедељак isnin jumatatu",
    "dienstag mardi martes martedì terça dinsdag tisdag tirsdag wtorek "
    "вторник вівторок вт τρίτη úterý utorok kedd salı marți dimarts tiistai "
    "torek teisipäev otrdiena antradienis selasa الثلاثاء יום_שלישי วันอังคาร "
    "วันอังคารที่ मंगलवार মঙ্গলবার 火曜日 火曜 星期二 周二 週二 화요일 utorak "
    "уторак jumanne",
    "mittwoch mercredi miércoles mercoledì quarta woensdag onsdag środa "
    "среда середа ср τετάρτη středa streda szerda çarşamba miercuri dimecres "
    "keskiviikko сряда sreda kolmapäev trešdiena trečiadienis rabu الأربعاء "
    "الاربعاء יום_רביעי วันพุธ วันพุธที่ बुधवार বুধবার 水曜日 水曜 星期三 周三 週三 "
    "수요일 srijeda miyerkules jumatano",
    "donnerstag jeudi jueves giovedì quinta donderdag torsdag czwartek "
    "четверг четвер чт πέμπτη čtvrtek štvrtok csütörtök perşembe joi dijous "
    "torstai четвъртък četrtek neljapäev ceturtdiena ketvirtadienis kamis "
    "الخميس יום_חמישי วันพฤหัสบดี วันพฤหัสบดีที่ गुरुवार बृहस्पतिवार বৃহস্পতিবার 木曜日 "
    "木曜 星期四 周四 週四 목요일 četvrtak четвртак khamis huwebes alhamisi",
    "freitag vendredi viernes venerdì sexta vrijdag fredag piątek пятница пт "
    "παρασκευή pátek piatok péntek cuma vineri divendres perjantai петък "
    "petek reede piektdiena penktadienis jumat الجمعة יום_שישי วันศุกร์ วันศุกร์ที่ "
    "शुक्रवार শুক্রবার 金曜日 金曜 星期五 周五 週五 금요일 petak петак jumaat "
    "biyernes ijumaa",
    "samstag sonnabend samedi sábado sabato zaterdag lördag lørdag sobota "
    "суббота субота сб σάββατο szombat cumartesi sâmbătă dissabte lauantai "
    "събота laupäev sestdiena šeštadienis sabtu السبت שבת วันเสาร์ วันเสาร์ที่ "
    "शनिवार শনিবার 土曜日 土曜 星期六 周六 週六 토요일 subota jumamosi",
    "sonntag dimanche domingo domenica zondag söndag søndag niedziela "
    "воскресенье неділя вс κυριακή neděle nedeľa vasárnap pazar duminică "
    "diumenge sunnuntai неделя nedelja pühapäev svētdiena sekmadienis minggu "
    "الأحد الاحد יום_ראשון วันอาทิตย์ วันอาทิตย์ที่ रविवार রবিবার 日曜日 日曜 星期日 "
    "星期天 周日 週日 일요일 nedjelja недеља ahad linggo jumapili"};

// What can be seen of a word without folding it.
std::size_t shape(std::string_view word) {
  const auto letter = [](char c) {
    return static_cast<std::size_t>(text::ascii_lower(c) - 'a');
  };
  return (letter(word.front()) * kLetters + letter(word.back())) * kSizes +
         std::min(word.size(), kSizes - 1);
}

bool has_shape(std::string_view word) {
  return !word.empty() && text::is_ascii_letter(word.front()) &&
         text::is_ascii_letter(word.back()) && text::is_ascii(word);
}

template <std::size_t n> Names make_names(const std::string_view (&lists)[n]) {
  Names out;
  for (std::size_t i = 0; i < n; ++i) {
    std::string_view rest = lists[i];
    while (!rest.empty()) {
      const std::size_t end = rest.find(' ');
      std::string name = text::folded(rest.substr(0, end));
      std::replace(name.begin(), name.end(), '_', ' ');
      if (has_shape(name))
        out.shapes.set(shape(name));
      out.numbers.emplace(name, static_cast<int>(i) + 1);
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
  }
  return out;
}

int number_of(const Names &names, std::string_view word) {
  constexpr std::size_t kMaxBytes = 48;
  if (word.size() > kMaxBytes)
    return 0;
  // Most words are no names, and need no folding to show it.
  if (has_shape(word) && !names.shapes.test(shape(word)))
    return 0;
  const auto at = names.numbers.find(text::folded(word));
  return at == names.numbers.end() ? 0 : at->second;
}

} // namespace

int foreign_month_number(std::string_view word) {
  static const Names names = make_names(kMonths);
  return number_of(names, word);
}

int foreign_weekday_number(std::string_view word) {
  static const Names names = make_names(kDays);
  return number_of(names, word);
}

} // namespace tritone::article
