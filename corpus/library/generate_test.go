package library

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// tongue is a language to invent sentences in: words that stand in any order are
// enough to import and to search.
type tongue struct {
	tag, sep, stop string
	words          []string
}

var tongues = []tongue{
	{"en", " ", ". ", strings.Fields("the government harbour minister said on Monday that a new bridge over river would open before winter while people of town waited for news and rescue workers searched ship after storm with seventeen boats near island police report school train election court company prices president talks border")},
	{"de", " ", ". ", strings.Fields("die Regierung der Hafen sagte am Montag dass eine neue Brücke über den Fluss vor dem Winter öffnen werde während Menschen auf Nachricht warteten und Helfer nach dem Sturm suchten mit Booten nahe Insel Polizei Bericht Schule Zug Wahl Gericht Preise Präsident Gespräche Grenze")},
	{"fr", " ", ". ", strings.Fields("le gouvernement port ministre a déclaré lundi que un nouveau pont sur la rivière ouvrirait avant hiver pendant que des habitants attendaient nouvelles et les secouristes cherchaient navire après tempête avec bateaux près île police rapport école train élection tribunal prix président frontière")},
	{"es", " ", ". ", strings.Fields("el gobierno puerto ministro dijo el lunes que un nuevo puente sobre río abriría antes del invierno mientras vecinos esperaban noticias y los equipos buscaban barco tras la tormenta con lanchas cerca isla policía informe escuela tren elección tribunal precios presidente frontera")},
	{"ru", " ", ". ", strings.Fields("правительство порт министр сообщил в понедельник что новый мост через реку откроется до зимы пока жители ждали новостей и спасатели искали судно после шторма на лодках возле острова полиция доклад школа поезд выборы суд цены президент переговоры граница")},
	{"ar", " ", ". ", strings.Fields("الحكومة الميناء الوزير قال يوم الاثنين إن جسرا جديدا فوق النهر سيفتح قبل الشتاء بينما انتظر السكان الأخبار وبحث رجال الإنقاذ عن السفينة بعد العاصفة قرب الجزيرة الشرطة تقرير مدرسة قطار انتخابات محكمة أسعار الرئيس الحدود")},
	{"zh", "", "。", strings.Fields("政府 港口 部长 周一 表示 新 桥 将 在 冬季 前 开放 居民 等待 消息 救援 人员 暴风雨 后 搜索 船只 岛屿 附近 警方 报告 学校 火车 选举 法院 价格 总统 会谈 边境")},
	{"ja", "", "。", strings.Fields("政府 は 港 の 大臣 が 月曜日 に 新しい 橋 を 冬 前 開通 する と 述べた 住民 知らせ 待つ 救助 隊 嵐 後 船 捜索 島 近く 警察 報告 学校 列車 選挙 裁判所 価格 大統領 会談 国境")},
}

// vocabulary is how many words a language has; as in any, few of them are common.
const vocabulary = 40_000

// word is the i-th of a language, the commonest first: a listed one, or two or
// three in one.
func (t *tongue) word(i int) string {
	k := len(t.words)
	w := t.words[i%k]
	for i /= k; i > 0; i /= k {
		w += t.words[i%k]
	}
	return w
}

// inventedArticle makes one of about 2.5 kB; the same number gives the same article.
func inventedArticle(n int) string {
	r := rand.New(rand.NewPCG(uint64(n), 7))
	z := rand.NewZipf(r, 1.15, 4, vocabulary-1)
	t := tongues[n%len(tongues)]
	var text strings.Builder
	for text.Len() < 2400 {
		for range 6 + r.IntN(10) {
			text.WriteString(t.word(int(z.Uint64())))
			text.WriteString(t.sep)
		}
		fmt.Fprintf(&text, "%d", r.IntN(100000))
		text.WriteString(t.stop)
	}
	return fmt.Sprintf(`{"title":"%s %s %d","text":"%s","source":"Outlet %d","published":"20%02d-%02d-%02d"}`,
		t.words[r.IntN(len(t.words))], t.words[r.IntN(len(t.words))], n, text.String(), r.IntN(300), 10+r.IntN(15), 1+r.IntN(12), 1+r.IntN(28))
}

// invented writes files of articles into a folder and returns it.
func invented(t testing.TB, dir string, files, each int) string {
	t.Helper()
	for f := range files {
		out, err := os.Create(filepath.Join(dir, fmt.Sprintf("part%03d.jsonl", f)))
		if err != nil {
			t.Fatal(err)
		}
		b := bufio.NewWriter(out)
		for n := range each {
			b.WriteString(inventedArticle(f*each + n))
			b.WriteString("\n")
		}
		if err := b.Flush(); err != nil {
			t.Fatal(err)
		}
		if err := out.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
