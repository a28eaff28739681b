package decode
import ("testing";"fmt";"golang.org/x/text/encoding/unicode")
func TestZZ(t *testing.T){
 s := samples["zh"] + "\n" + samples["zh"] + " 2020, ok.\n"
 b := encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), s)
 var z [2]int
 for i,c := range b { if c==0 { z[i&1]++ } }
 fmt.Println(len(b), z, readable(s))
}
