package newsroom

import "parallax/model"

func day(d int) model.Date { return model.Date{Year: 2031, Month: 3, Day: d} }

// Ferry is the invented event in four languages, with four disputes.
func Ferry() model.Comparison {
	reports := []report{
		{id: "gazette", outlet: "Harbour Gazette", language: "en", date: model.Date{Year: 2031, Month: 3, Day: 14, HasClock: true, Minute: 21*60 + 40},
			basis: "stated in the page", url: "https://gazette.example/ferry-fire", authors: []string{"Ada Quill", "Tom Brandt"}},
		{id: "kueste", outlet: "Küstenblatt", language: "de", date: day(15), basis: "stated in the page", url: "https://kuestenblatt.example/fähre"},
		{id: "phare", outlet: "Le Phare du Détroit", language: "fr", date: model.Date{Month: 3, Day: 15}, basis: "dateline “15 mars”, no year; Saturday fits 2031 and 2025"},
		{id: "warta", outlet: "Warta Selat", language: "id", date: model.Date{Year: 2031, Month: 3, Day: 15, Uncertain: true}, basis: "same event as Harbour Gazette"},
	}
	rows := []row{
		{model.Clash, []string{
			"[[dead:Twelve dead]] after fire on the ferry Ostara off Port Amble",
			"[[dead:17 Tote]] nach Brand auf der Fähre „Ostara“ vor Port Amble",
			"Incendie à bord de l’Ostara au large de Port Amble : [[dead:dix-sept morts]]",
			"Kebakaran feri Ostara di lepas pantai Port Amble"}},
		{model.Agree, []string{
			"The ferry Ostara caught fire on Friday evening, 11 nautical miles off Port Amble, with 214 people on board.",
			"Die Fähre „Ostara“ geriet am Freitagabend elf Seemeilen vor Port Amble in Brand; 214 Menschen waren an Bord.",
			"Le ferry Ostara a pris feu vendredi soir à une vingtaine de kilomètres de Port Amble avec 214 personnes à bord.",
			"Feri Ostara terbakar pada Jumat malam sekitar 20 kilometer dari Port Amble dengan 214 orang di dalamnya."}},
		{model.Clash, []string{
			"The coast guard said the fire [[cause:began in the engine room]] shortly after eight.",
			"",
			"Selon la compagnie, le feu [[cause:est parti d’un camion chargé de batteries]] sur le pont inférieur, peu après vingt heures.",
			""}},
		{model.Related, []string{
			"Passengers described thick smoke in the stairwells and crew members handing out life vests by torchlight.",
			"„Wir haben die Hand vor Augen nicht gesehen“, sagte eine Passagierin aus Lindholm dem Küstenblatt.",
			"",
			"Sejumlah penumpang mengaku tidak mendengar alarm."}},
		{model.Clash, []string{
			"Transport minister Ilse Varga [[status:has suspended]] the operator’s licence, her office said on Saturday morning, and every ship of the line is to stay in port until inspectors have been aboard.",
			"Verkehrsministerin Ilse Varga [[status:erwägt]], der Reederei die Lizenz zu entziehen.",
			"",
			"Menteri Perhubungan Ilse Varga [[status:membantah]] bahwa izin operator telah dicabut."}},
		{model.Single, []string{
			"",
			"",
			"La compagnie a mis en place une cellule d’écoute pour les familles, joignable jour et nuit.",
			""}},
		{model.Agree, []string{
			"Nine ships took part in the rescue.",
			"An der Rettung beteiligten sich neun Schiffe.",
			"",
			"Sembilan kapal ikut dalam penyelamatan."}},
		{model.Related, []string{
			"The Ostara was built in [[built:1998]] and last inspected in January.",
			"Das 1998 gebaute Schiff war im Januar zuletzt überprüft worden.",
			"",
			"Kapal itu dibuat [[built:pada akhir 1990-an]]."}},
		{model.Clash, []string{
			"The captain was [[who:the last to leave]] the ship, according to the coast guard.",
			"Nach Angaben Überlebender [[who:verließ der Kapitän das Schiff unter den Ersten]].",
			"",
			""}},
	}
	return build("ferry", "Fire on the ferry Ostara off Port Amble", reports, rows, map[string]ruling{
		"dead":   {model.Quantity, model.Strong, "the dead of the same fire: 12 against 17, both given as a total and neither as “at least”"},
		"cause":  {model.Cause, model.Likely, "one fire, two places where it began: the engine room against a lorry on the lower deck"},
		"status": {model.Status, model.Strong, "the licence: suspended in one, only considered or denied in the other"},
		"who":    {model.Identity, model.Likely, "who left the ship last: the captain, or others"},
		"built":  {model.When, model.Possible, "the year the ship was built: 1998 against the late 1990s, which may be the same"},
	})
}

// Scripts is an event told in scripts that are hard to set in columns.
func Scripts() model.Comparison {
	reports := []report{
		{id: "hi", outlet: "जलडमरूमध्य समाचार", language: "hi", date: day(13)},
		{id: "th", outlet: "ข่าวช่องแคบ", language: "th", date: day(13)},
		{id: "ar", outlet: "صدى المضيق", language: "ar", date: day(13)},
		{id: "ja", outlet: "海峡新報", language: "ja", date: day(13)},
		{id: "emoji", outlet: "Strait 🌊 Wire", language: "en", date: day(13)},
	}
	rows := []row{
		{model.Clash, []string{
			"पोर्ट एम्बल में बाढ़ से [[n:तीन सौ]] परिवार बेघर",
			"น้ำท่วมพอร์ตแอมเบิล ประชาชน[[n:ห้าร้อย]]ครอบครัวไร้ที่อยู่อาศัย",
			"فيضانات بورت أمبل تشرد [[n:ثلاثمائة]] أسرة",
			"ポート・アンブルで洪水、[[n:五百]]世帯が住まいを失う",
			"Flood in Port Amble 🌊🏠: families 👨‍👩‍👧‍👦 lose homes ⚠️"}},
		{model.Agree, []string{
			"नदी का पानी गुरुवार की सुबह बाँध के ऊपर से बहने लगा और निचले इलाकों की सड़कें डूब गईं।",
			"น้ำในแม่น้ำล้นเขื่อนในเช้าวันพฤหัสบดีและท่วมถนนในพื้นที่ลุ่มต่ำของเมืองเป็นบริเวณกว้าง",
			"تجاوزت مياه النهر السد صباح الخميس وغمرت الشوارع في الأحياء المنخفضة من المدينة.",
			"木曜日の朝、川の水が堤防を越え、市内の低い地域の道路が冠水した。「こんなことは初めてだ」と、住民の一人は語った。",
			"The river topped the dam on Thursday morning 🌧️ and flooded the lower town 👩🏽‍🚒👨🏿‍🚒 while crews worked."}},
		{model.Single, []string{"", "", "وقال الدفاع المدني إن فرق الإنقاذ أجلت السكان بالقوارب.", "", ""}},
		{model.Related, []string{"प्रशासन ने स्कूल बंद रखने का आदेश दिया।", "", "", "市は学校を休校とした。", "Schools 🏫 stay closed 1️⃣ day."}},
	}
	return build("flood", "Flood in Port Amble", reports, rows, map[string]ruling{
		"n": {model.Quantity, model.Strong, "families without homes: 300 against 500"},
	})
}

// Alone is an event of a single report.
func Alone() model.Comparison {
	reports := []report{{id: "alone", outlet: "Harbour Gazette", language: "en", date: model.Date{Year: 2031, Month: 2}, basis: "month named in the text"}}
	rows := []row{
		{model.Single, []string{"Port Amble opens its new library"}},
		{model.Single, []string{"The new library on Fish Street opens its doors this week, with room for 40,000 books."}},
		{model.Single, []string{"It was paid for by the town and by gifts."}},
	}
	return build("library", "Port Amble opens its new library", reports, rows, map[string]ruling{})
}
