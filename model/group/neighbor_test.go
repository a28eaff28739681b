package group

import (
	"testing"

	"parallax/model/claim"
)

// neighbor is two invented reports that have much in common and are of two events.
type neighbor struct{ why, date, title, body, otherDate, otherTitle, otherBody, language, otherLanguage string }

var neighborPairs = []neighbor{
	{"a later match of the same clubs", "2022-03-05", "Oldham Rovers beat Castleford Town 3-1", "Oldham Rovers won 3-1 at home against Castleford Town on Saturday. Dean Marlow scored twice.",
		"2022-03-12", "Castleford Town held by Brackley", "Castleford Town drew 0-0 with Brackley on Saturday, a week after losing at Oldham Rovers.", "en", "en"},
	{"a fire and a robbery in one town", "2022-05-02", "Fire guts warehouse in Harwick", "A fire destroyed a furniture warehouse in Harwick on Monday night. Nobody was hurt, firefighters said.",
		"2022-05-03", "Two men rob bank in Harwick", "Two masked men robbed a savings bank in Harwick on Tuesday. Police are looking for a grey van.", "en", "en"},
	{"two earthquakes", "2021-01-14", "Earthquake of magnitude 5.8 shakes Merapoa", "An earthquake of magnitude 5.8 shook the island of Merapoa on Thursday. There was no tsunami warning.",
		"2021-01-16", "Gempa magnitudo 6,1 guncang Tolikara", "Gempa bumi berkekuatan magnitudo 6,1 mengguncang wilayah Tolikara pada Sabtu. Tidak ada peringatan tsunami.", "en", "id"},
	{"one minister, two bills", "2020-09-08", "Minister Aldana presents tax reform", "Finance Minister Rosa Aldana presented a tax reform to parliament on Tuesday. Companies are to pay two points more.",
		"2020-09-10", "Ministra Aldana visita hospital de Sereno", "La ministra Rosa Aldana visitó el jueves el nuevo hospital de Sereno, que abrirá en noviembre con 300 camas.", "en", "es"},
	{"two trials in one court", "2019-06-03", "Koch wegen Giftmords in Lindau verurteilt", "Das Landgericht Lindau hat am Montag einen Koch wegen Mordes zu lebenslanger Haft verurteilt. Er hatte seine Frau vergiftet.",
		"2019-06-04", "Betrugsprozess in Lindau: Makler schweigt", "Vor dem Landgericht Lindau hat am Dienstag der Prozess gegen einen Immobilienmakler begonnen. Er soll Anleger um Millionen betrogen haben.", "de", "de"},
	{"two floods", "2021-07-15", "Überschwemmung an der Welse: Dorf evakuiert", "Nach starkem Regen ist die Welse über die Ufer getreten. Das Dorf Grünau wurde evakuiert.",
		"2021-07-17", "Floods in Tarnobel kill four", "Four people died in floods in the Tarnobel valley on Saturday after heavy rain. Two bridges collapsed.", "de", "en"},
	{"two strikes of one union", "2023-02-06", "Grève des cheminots à Valmont lundi", "Les cheminots de Valmont ont cessé le travail lundi pour demander de meilleurs salaires. Un train sur trois a circulé.",
		"2023-02-14", "Les enseignants de Brissac en grève", "Les enseignants de Brissac ont fait grève mardi contre la fermeture de classes. La moitié des écoles sont restées fermées.", "fr", "fr"},
	{"a visit and a phone call", "2019-10-01", "Премьер Дорин прибыл в Варну", "Премьер-министр Илья Дорин во вторник прибыл с визитом в Варну и встретился с мэром города. Они обсудили порт.",
		"2019-10-04", "PM Dorin sacks agriculture minister", "Prime Minister Ilya Dorin dismissed his agriculture minister on Friday after a quarrel about subsidies.", "ru", "en"},
	{"two ferries", "2018-08-20", "Feri Bahari tenggelam di Selat Malano, 12 tewas", "Feri Bahari tenggelam di Selat Malano pada Senin pagi. Dua belas penumpang tewas dan 40 orang diselamatkan.",
		"2018-08-22", "Ferry runs aground off Skarra", "The ferry Nordvik ran aground off Skarra on Wednesday. All 85 passengers were taken ashore unhurt.", "id", "en"},
	{"two companies' results", "2022-10-25", "Brenner AG steigert Gewinn um 12 Prozent", "Der Maschinenbauer Brenner AG hat seinen Gewinn im dritten Quartal um 12 Prozent gesteigert. Die Aktie stieg.",
		"2022-10-26", "Solvano Gewinn bricht um 30 Prozent ein", "Der Chemiekonzern Solvano hat im dritten Quartal 30 Prozent weniger verdient. Die Aktie fiel.", "de", "de"},
	{"two tournaments of one player", "2021-06-05", "Lindqvist wins in Halmstad", "Maja Lindqvist won the tournament in Halmstad on Saturday, beating Petra Novotna 6-4, 6-2 in the final.",
		"2021-06-13", "Lindqvist skadad, missar Båstad", "Maja Lindqvist har skadat knät på träning och missar turneringen i Båstad nästa vecka, meddelar hennes tränare.", "en", "sv"},
	{"two elections", "2020-11-08", "Bauernpartei gewinnt Wahl in Norland", "Die Bauernpartei hat die Parlamentswahl in Norland gewonnen. Sie kam auf 34 Prozent der Stimmen.",
		"2020-11-09", "Elecciones en Costa Brisa: gana la oposición", "La oposición ganó las elecciones presidenciales en Costa Brisa con el 52 por ciento de los votos.", "de", "es"},
	{"a storm and its bill a week on", "2023-11-03", "Storm Ylva cuts power to 40,000 homes", "Storm Ylva cut off power to 40,000 homes in Westerland on Friday. Trees blocked roads.",
		"2023-11-12", "Insurers put cost of Storm Ylva at 90 million", "Insurers said on Sunday that claims after Storm Ylva will come to about 90 million, less than feared.", "en", "en"},
	{"arrest and verdict", "2021-02-02", "Police arrest hacker in Ostrava", "Police in Ostrava arrested a man of 24 on Tuesday who is said to have broken into hospital computers.",
		"2021-11-18", "Ostrava hacker jailed for four years", "A court in Ostrava sentenced a man of 24 to four years in prison on Thursday for breaking into hospital computers.", "en", "en"},
	{"two bridges", "2019-04-10", "Ponte sul Serio chiuso per lavori", "Il ponte sul Serio a Calvenzano resterà chiuso da mercoledì per lavori di manutenzione. I lavori dureranno tre mesi.",
		"2019-04-11", "Neue Brücke über die Orla eröffnet", "Der Verkehrsminister hat am Donnerstag die neue Brücke über die Orla eröffnet. Der Bau kostete 14 Millionen Euro.", "it", "de"},
	{"two outbreaks", "2020-02-11", "鸟流感:山北省扑杀五万只鸡", "山北省农业厅周二表示,当地一家养鸡场发现禽流感,五万只鸡已被扑杀。",
		"2020-02-12", "Measles closes school in Dunmore", "A school in Dunmore was closed on Wednesday after eleven children fell ill with measles.", "zh", "en"},
	{"one president, two speeches", "2022-09-20", "Tokali UN'de iklim için konuştu", "Cumhurbaşkanı Emre Tokali salı günü BM Genel Kurulu'nda iklim değişikliğine karşı ortak mücadele çağrısı yaptı.",
		"2022-09-27", "President Tokali promises pensioners more", "President Emre Tokali promised pensioners on Tuesday that their pensions will rise by a fifth in January.", "tr", "en"},
	{"two plane accidents", "2018-05-18", "Passagierflugzeug stürzt bei Havelar ab", "Ein Passagierflugzeug mit 110 Menschen an Bord ist am Freitag kurz nach dem Start in Havelar abgestürzt.",
		"2018-05-20", "Petit avion s'écrase près de Montclar, deux morts", "Un petit avion de tourisme s'est écrasé dimanche près de Montclar. Le pilote et sa passagère sont morts.", "de", "fr"},
	{"two demonstrations in one city", "2021-09-25", "Tausende demonstrieren in Altenberg für Klimaschutz", "In Altenberg haben am Samstag Tausende für mehr Klimaschutz demonstriert. Es blieb friedlich.",
		"2021-09-27", "Bauern blockieren mit Traktoren Altenberg", "Mehrere hundert Bauern haben am Montag mit Traktoren die Innenstadt von Altenberg blockiert. Sie protestieren gegen Milchpreise.", "de", "de"},
	{"one club, match and transfer", "2023-01-21", "Real Tormes empata con Atlético Lugán", "Real Tormes empató 2-2 con Atlético Lugán el sábado. Iván Caro marcó en el último minuto.",
		"2023-01-24", "Real Tormes sign striker from Duin", "Real Tormes have signed striker Jan de Wit from Duin for six million until 2026, the club said on Tuesday.", "es", "en"},
	{"two sanctions", "2020-07-07", "EU beschließt Sanktionen gegen Belkora", "Die EU hat am Dienstag Sanktionen gegen elf Beamte aus Belkora beschlossen. Ihre Konten werden gesperrt.",
		"2020-07-13", "EU lifts import duty on Marindan fish", "The EU on Monday lifted its duty on fish from Marinda, ending a dispute of six years.", "de", "en"},
	{"attack and anniversary", "2016-04-03", "Explosão em mercado de Benavila mata 15", "Uma explosão num mercado de Benavila matou 15 pessoas no domingo. A polícia suspeita de um ataque.",
		"2017-04-03", "Benavila homenageia vítimas um ano depois", "Benavila lembrou na segunda-feira as 15 vítimas da explosão no mercado, há um ano.", "pt", "pt"},
	{"two launches", "2022-12-01", "Rocket Orion-4 reaches orbit", "The rocket Orion-4 reached orbit on Thursday with two weather satellites on board.",
		"2022-12-04", "Ракета «Вега» взорвалась при старте", "Ракета «Вега» взорвалась в воскресенье через минуту после старта. Спутник связи потерян.", "en", "ru"},
	{"rate rises of two banks", "2022-06-15", "Zentralbank von Norland hebt Zins auf 2 Prozent", "Die Zentralbank von Norland hat den Leitzins am Mittwoch um einen halben Punkt auf 2 Prozent angehoben.",
		"2022-06-16", "Banco central de Costa Brisa sube tasas al 9%", "El banco central de Costa Brisa subió el jueves su tasa de interés en un punto, al 9 por ciento.", "de", "es"},
	{"two deaths of artists", "2019-03-19", "Schriftstellerin Hedda Brandt gestorben", "Die Schriftstellerin Hedda Brandt ist am Montag im Alter von 84 Jahren gestorben, teilte ihr Verlag mit.",
		"2019-03-20", "Actor Luis Montero muere a los 84 años", "El actor Luis Montero murió el martes a los 84 años en Madrid, informó su familia.", "de", "es"},
	{"two mines", "2021-11-25", "Wybuch w kopalni Zofia, sześciu rannych", "W kopalni Zofia doszło w czwartek do wybuchu metanu. Sześciu górników zostało rannych.",
		"2021-11-27", "Bergarbeiter streiken in Kaltau", "In der Zeche Kaltau haben am Samstag 400 Bergarbeiter für höhere Löhne gestreikt.", "pl", "de"},
	{"two talks of two neighbours", "2018-10-02", "الرئيسان حداد وكريم يوقعان اتفاقا للغاز", "وقع الرئيسان سامي حداد ونبيل كريم يوم الثلاثاء اتفاقا لنقل الغاز بين البلدين.",
		"2018-10-09", "Border clash between Haddad's and Karim's troops", "Soldiers of both countries exchanged fire at the border post of Tell Shams on Tuesday. Two were hurt.", "ar", "en"},
	{"two recalls", "2020-05-12", "Velomo ruft 20.000 Fahrräder zurück", "Der Hersteller Velomo ruft 20.000 Fahrräder zurück, weil die Gabel brechen kann.",
		"2020-05-14", "Dairy recalls cheese over listeria", "The dairy Greenfold has recalled its soft cheese after listeria was found in two samples.", "de", "en"},
	{"two prizes", "2022-02-17", "«آبی دریا» برنده جشنواره فیلم ساحل شد", "فیلم آبی دریا ساخته مینا راد پنجشنبه جایزه اصلی جشنواره فیلم ساحل را برد.",
		"2022-02-19", "Poet Anil Vaidya wins Sagar prize", "The poet Anil Vaidya was given the Sagar prize for literature in Pune on Saturday.", "fa", "en"},
	{"two accidents on one road", "2021-08-06", "Bus kippt auf A 71 um: 20 Verletzte", "Auf der A 71 bei Suhldorf ist am Freitag ein Reisebus umgekippt. Zwanzig Schüler wurden verletzt.",
		"2021-08-08", "Lastwagen mit Bier verunglückt auf A 71", "Ein mit Bier beladener Lastwagen ist am Sonntag auf der A 71 bei Suhldorf von der Straße abgekommen. Der Fahrer blieb unverletzt.", "de", "de"},
	{"a school opens, a school burns", "2019-09-02", "सोनपुर में नया स्कूल खुला", "मुख्यमंत्री ने सोमवार को सोनपुर में नए स्कूल का उद्घाटन किया। इसमें 800 बच्चे पढ़ेंगे।",
		"2019-09-05", "Fire in Sonpur market destroys 30 shops", "A fire destroyed thirty shops in the market of Sonpur on Thursday. Nobody was hurt.", "hi", "en"},
	{"two vaccinations", "2021-03-08", "Vaksinasi guru dimulai di Sukaraja", "Vaksinasi bagi 3.000 guru dimulai di Sukaraja pada Senin, kata wali kota Dedi Hartono.",
		"2021-03-10", "Wali kota Dedi Hartono resmikan pasar Sukaraja", "Wali kota Dedi Hartono meresmikan pasar baru Sukaraja pada Rabu. Pasar itu menampung 200 pedagang.", "id", "id"},
}

func (n *neighbor) reports(t *testing.T) []*claim.Document {
	t.Helper()
	return []*claim.Document{
		report{"a", n.language, n.date, n.title, n.body}.read(t),
		report{"b", n.otherLanguage, n.otherDate, n.otherTitle, n.otherBody}.read(t),
	}
}

// Most neighbours are kept apart, whole and by their headlines alone, which say
// little of what sets them apart.
func TestNeighborsAreKeptApart(t *testing.T) {
	var all, heads []*claim.Document
	for _, n := range neighborPairs {
		all = append(all, n.reports(t)...)
		n.body, n.otherBody = "", ""
		heads = append(heads, n.reports(t)...)
	}
	for _, tt := range []struct {
		name string
		docs []*claim.Document
		most int // pairs that may be taken for one event
	}{{"whole", all, 2}, {"headlines", heads, 7}} {
		wrong := 0
		for _, g := range grouped(t, tt.docs) {
			if len(g.Members) > 1 {
				wrong++
				t.Logf("%s: one event of %q and %q", tt.name, tt.docs[g.Members[0]].Article.Title, tt.docs[g.Members[1]].Article.Title)
			}
		}
		if wrong > tt.most {
			t.Errorf("%s: %d of %d pairs are taken for one event", tt.name, wrong, len(neighborPairs))
		}
	}
}
