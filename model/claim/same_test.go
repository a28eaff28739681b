package claim

import (
	"slices"
	"testing"

	"parallax/model"
)

// found lists the names of a text.
func found(language, text string) (names []Name, texts []string) {
	d := Read(&model.Article{Language: language, Text: text})
	for _, s := range d.Sentences {
		for _, n := range s.Names {
			names, texts = append(names, n), append(texts, n.Span.Of(text))
		}
	}
	return names, texts
}

func TestOneNameInEveryScript(t *testing.T) {
	same := func(language, text string) bool {
		names, _ := found(language, text)
		english, _ := found("en", "Officials met Putin on Friday.")
		return slices.ContainsFunc(names, func(n Name) bool { return n.Same(english[0]) })
	}
	for _, tt := range []struct{ language, text string }{
		{"de", "Die Delegation traf Putin am Freitag."}, {"nl", "De delegatie sprak vrijdag met Poetin."}, {"sv", "Delegationen mötte Putin i fredags."},
		{"fr", "La délégation a rencontré Poutine vendredi."}, {"es", "La delegación se reunió el viernes con Putin."},
		{"pl", "Delegacja spotkała w piątek Putina."}, {"ru", "Делегация встретилась с Путиным в пятницу."}, {"uk", "Путін прийняв делегацію у п'ятницю."},
		{"el", "Η αντιπροσωπεία συνάντησε τον Πούτιν."}, {"tr", "Heyet cuma günü Putin ile görüştü."}, {"ar", "التقى الوفد الرئيس بوتين يوم الجمعة."},
		{"fa", "این هیئت روز جمعه با رئیس جمهور پوتین دیدار کرد."}, {"he", "המשלחת נפגשה עם הנשיא פוטין ביום שישי."}, {"hi", "प्रतिनिधिमंडल ने शुक्रवार को राष्ट्रपति पुतिन से मुलाकात की।"},
		{"zh", "代表团周五会见了普京总统。"}, {"ja", "代表団は金曜日にプーチン大統領と会談した。"}, {"ko", "대표단은 금요일 푸틴 대통령을 만났다."},
	} {
		if !same(tt.language, tt.text) {
			_, texts := found(tt.language, tt.text)
			t.Errorf("%s %q: the names %q are not the English one", tt.language, tt.text, texts)
		}
	}
}

func TestWordsThatAreNoNames(t *testing.T) {
	for _, tt := range []struct{ language, text string }{
		{"de", "Die Regierung lehnt den Vorschlag der Opposition ab."}, {"de", "Gestern brannte das Lager einer Fabrik nieder."},
		{"de", "Das Gericht verurteilte den Angeklagten zu einer Strafe."}, {"de", "Der Hafen blieb wegen des Sturms geschlossen."},
		{"de", "Ein Zeuge berichtete der Polizei von einem Streit."}, {"de", "Mehrere Häuser wurden durch die Flut zerstört."},
		{"de", "Im Krankenhaus starben drei Patienten."}, {"de", "Am Abend ging der Strom aus."}, {"de", "Die Gewerkschaft fordert höhere Löhne."},
		{"en", "Police arrested the suspect near the border."}, {"en", "Firefighters rescued the children from the roof."},
		{"en", "Heavy rain closed the road."}, {"en", "Doctors treated the injured in a tent."}, {"en", "Talks between the two sides failed."},
		{"fr", "Pompiers et secouristes cherchent les disparus."}, {"es", "Vecinos del pueblo ayudaron a los bomberos."}, {"it", "Soccorritori e volontari cercano i dispersi."},
		{"pl", "Strażacy uratowali dzieci z płonącego domu."}, {"ru", "Пожарные спасли детей из горящего дома."}, {"id", "Polisi menangkap tersangka di dekat perbatasan."},
		{"tr", "Polis şüpheliyi sınır yakınında yakaladı."}, {"nl", "Brandweerlieden redden de kinderen van het dak."}, {"sv", "Brandmän räddade barnen från taket."},
	} {
		if _, texts := found(tt.language, tt.text); len(texts) > 0 {
			t.Errorf("%s %q: %q are no names", tt.language, tt.text, texts)
		}
	}
}
