package layout

import "testing"

func TestColumns(t *testing.T) {
	tests := []struct{ w, n, want int }{
		{82, 4, 1}, {83, 4, 2}, {125, 4, 2}, {126, 4, 3}, {168, 4, 3}, {169, 4, 4}, {250, 9, 4}, {250, 1, 1}, {126, 2, 2}, {126, 0, 1},
	}
	for _, tt := range tests {
		if got := Columns(tt.w, tt.n); got != tt.want {
			t.Errorf("Columns(%d, %d) = %d, want %d", tt.w, tt.n, got, tt.want)
		}
	}
}

func TestWidths(t *testing.T) {
	for w := 1; w < 260; w++ {
		for n := 1; n <= 4; n++ {
			for _, wish := range [][]int{nil, {40}, {-40, 8, 3}, {0, 100, -100, 5}} {
				sum := Gutter + Divider*(n-1)
				for _, got := range Widths(w, n, wish) {
					sum += got
					if got < 1 || got > TextMax || Columns(w, n) == n && n > 1 && got < TextMin {
						t.Fatalf("Widths(%d, %d, %v) = %v", w, n, wish, Widths(w, n, wish))
					}
				}
				if sum > max(w, Gutter+Divider*(n-1)+n) {
					t.Fatalf("Widths(%d, %d, %v) take %d", w, n, wish, sum)
				}
			}
		}
	}
	if got := Widths(120, 2, []int{10}); got[0] != 68 || got[0]+got[1] != 115 {
		t.Errorf("a wish moved cells to %v", got)
	}
}

func TestPaneLeavesRoom(t *testing.T) {
	for h := 1; h < 80; h++ {
		if p := Pane(h, 100); p < 1 || h > 2 && p > h-h/3 {
			t.Errorf("Pane(%d) = %d", h, p)
		}
	}
}

func TestFactsFit(t *testing.T) {
	for w := 1; w < 260; w++ {
		for n := range 9 {
			words, columns, width := Facts(w, n)
			if words < 1 || columns > n || words+columns*(width+FactGap) != w {
				t.Fatalf("Facts(%d, %d) = %d, %d, %d", w, n, words, columns, width)
			}
		}
	}
}
