// SPDX-License-Identifier: GPL-2.0-or-later
// The names as lists, one for each month and weekday, looked up by hash.
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
    "януари ιανουαρίου ιανουάριος ιαν januarja sausio sausis "
    "janvāris jaanuar",
    "februar feb feber février fevrier févr fevr fév febrero febbraio "
    "fevereiro fev febrer februari helmikuu helmikuuta lutego luty lut února "
    "únor februára február febr februarie şubat февраля февраль фев февр "
    "лютого лютий лют февруари φεβρουαρίου φεβρουάριος φεβ "
    "februarja vasario vasaris februāris veebruar",
    "märz maerz mär mrz mars marzo março marco març maart mrt marts maaliskuu "
    "maaliskuuta marca marzec března březen márciusa március márc martie mart "
    "марта март мар березня березень бер μαρτίου μάρτιος μαρ maret "
    "marec kovo kovas märts",
    "april avril avr abril abr aprile huhtikuu huhtikuuta kwietnia kwiecień "
    "kwi dubna duben apríla apríl április ápr aprilie nisan апреля апрель апр "
    "квітня квітень кві април απριλίου απρίλιος απρ aprila "
    "balandžio balandis aprīlis aprill",
    "mai mayo maggio mag maio maig mei maj toukokuu toukokuuta maja května "
    "květen mája máj május mayıs мая май травня травень тра μαΐου μαίου μάιος "
    "μαϊ gegužės gegužė maijs",
    "juni jun juin junio giugno giu junho juny kesäkuu kesäkuuta czerwca "
    "czerwiec cze června červen júna jún június iunie iun haziran июня июнь "
    "июн червня червень чер юни ιουνίου ιούνιος ιουν junija "
    "birželio birželis jūnijs juuni",
    "juli jul juillet juil julio luglio lug julho juliol heinäkuu heinäkuuta "
    "lipca lipiec července červenec júla júl július iulie iul temmuz июля июль "
    "июл липня липень лип юли ιουλίου ιούλιος ιουλ julija liepos "
    "liepa jūlijs juuli",
    "august aug août aout agosto ago agost augustus augusti elokuu elokuuta "
    "sierpnia sierpień sie srpna srpen augusta augusztus ağustos августа "
    "август авг серпня серпень сер αυγούστου αύγουστος αυγ agustus "
    "avgusta rugpjūčio rugpjūtis augusts",
    "september sept sep septembre septiembre setiembre settembre setembro set "
    "setembre syyskuu syyskuuta września wrzesień wrz září septembra "
    "szeptember szept septembrie eylül сентября сентябрь сен сент вересня "
    "вересень вер септември σεπτεμβρίου σεπτέμβριος σεπ rugsėjo "
    "rugsėjis septembris",
    "oktober okt octobre oct octubre ottobre ott outubro out lokakuu "
    "lokakuuta października październik paź října říjen októbra október "
    "octombrie ekim октября октябрь окт жовтня жовтень жов октомври οκτωβρίου "
    "οκτώβριος οκτ oktobra spalio spalis oktobris oktoober",
    "november nov novembre noviembre novembro marraskuu marraskuuta listopad "
    "lis listopada listopadu novembra noiembrie noi kasım ноября ноябрь ноя "
    "листопада "
    "листопад лис ноември νοεμβρίου νοέμβριος νοε lapkričio "
    "lapkritis novembris",
    "dezember dez décembre decembre déc diciembre dic dicembre dezembro "
    "december desember des desembre joulukuu joulukuuta grudnia grudzień gru "
    "prosince prosinec decembra decembrie aralık декабря декабрь дек грудня "
    "грудень гру декември δεκεμβρίου δεκέμβριος δεκ "
    "gruodžio gruodis decembris detsember"};

constexpr std::string_view kDays[] = {
    "montag lundi lunes lunedì segunda maandag måndag mandag poniedziałek "
    "понедельник "
    "понеділок пн δευτέρα pondělí pondelok hétfő pazartesi luni dilluns "
    "maanantai ponedeljek esmaspäev pirmdiena pirmadienis senin",
    "dienstag mardi martes martedì terça dinsdag tisdag tirsdag wtorek вторник "
    "вівторок вт τρίτη úterý utorok kedd salı marți dimarts tiistai torek "
    "teisipäev otrdiena antradienis selasa",
    "mittwoch mercredi miércoles mercoledì quarta woensdag onsdag środa среда "
    "середа ср τετάρτη středa streda szerda çarşamba miercuri dimecres "
    "keskiviikko сряда sreda kolmapäev trešdiena trečiadienis rabu",
    "donnerstag jeudi jueves giovedì quinta donderdag torsdag czwartek четверг "
    "четвер чт πέμπτη čtvrtek štvrtok csütörtök perşembe joi dijous torstai "
    "четвъртък četrtek neljapäev ceturtdiena ketvirtadienis kamis",
    "freitag vendredi viernes venerdì sexta vrijdag fredag piątek пятница "
    "пт παρασκευή pátek piatok péntek cuma vineri divendres perjantai петък "
    "petek reede piektdiena penktadienis jumat",
    "samstag sonnabend samedi sábado sabato zaterdag lördag lørdag sobota "
    "суббота субота сб σάββατο szombat cumartesi sâmbătă dissabte lauantai "
    "събота laupäev sestdiena šeštadienis sabtu",
    "sonntag dimanche domingo domenica zondag söndag søndag niedziela "
    "воскресенье неділя вс κυριακή neděle nedeľa vasárnap pazar duminică "
    "diumenge sunnuntai неделя nedelja pühapäev svētdiena sekmadienis minggu"};

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
      const std::string name = text::folded(rest.substr(0, end));
      if (has_shape(name))
        out.shapes.set(shape(name));
      out.numbers.emplace(name, static_cast<int>(i) + 1);
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
  }
  return out;
}

int number_of(const Names &names, std::string_view word) {
  constexpr std::size_t kMaxBytes = 40;
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
