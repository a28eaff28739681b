package detect

// Outlet names the outlet of a text, "" where the page does not say, and the
// agencies that the text credits apart from it.
func Outlet(c Clues) (outlet string, agencies []string) {
	if c.Meta.Outlet != "" {
		return c.Meta.Outlet, nil
	}
	for _, m := range c.Mastheads {
		if !m.Crowded {
			return m.Text, nil
		}
	}
	return "", nil
}
