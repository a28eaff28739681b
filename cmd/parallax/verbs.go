package main

import (
	"github.com/spf13/cobra"
)

// newRoot makes the command tree. Without a verb the reader opens.
func newRoot(std stdio) *cobra.Command {
	limits := &limits{}
	root := &cobra.Command{
		Use:   "parallax [EVENT] [PATH...]",
		Short: "Read the reports of one event side by side",
		Long: `parallax lists news articles by date and language, puts the reports of one event
side by side, whatever their language or outlet, and highlights where their
claims conflict. It never says who is right, and says nothing to the network.

PATH is a file, a folder, which is read in depth, or - for standard input. With
no PATH the library is read, or while that is empty the sample that ships with
parallax. EVENT is the ID of an event, which opens at once.

Where standard output is no terminal, or PARALLAX_PLAIN is set, the events are
printed side by side as plain text instead.`,
		Example: `  parallax ~/crawl              open the reader
  parallax add ~/crawl          keep the articles in the library
  parallax list --json ~/crawl  what was read, for scripts
  parallax conflicts ~/crawl    what cannot both be true
  parallax check "A claim"      what agrees with it, what conflicts
  parallax --plain ~/crawl      the events side by side, for a screen reader`,
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.RunE = func(c *cobra.Command, args []string) error {
		return runRoot(c, std, args, limits)
	}
	root.PersistentPreRunE = func(*cobra.Command, []string) error { return limits.configure() }
	root.Flags().String("theme", "", "colours: auto, light, dark or mono; what is configured, or auto")
	root.Flags().Bool("plain", false, "print the events side by side as plain text instead of opening the reader")
	root.PersistentFlags().StringVar(&limits.config, "config", configPath(), "file of the configuration")
	limits.register(root)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(
		newList(std, limits),
		newEvents(std, limits),
		newCompare(std, limits),
		newConflicts(std, limits),
		newCheck(std, limits),
		newPairs(std),
		newExport(std, limits),
		newAdd(std, limits),
		newSearch(std, limits),
		newShow(std, limits),
		newSet(std, limits),
		newRemove(std, limits),
		newDoctor(std, limits),
		newBackup(std, limits),
		newVerdict(std, limits),
		newNote(std, limits),
		newBookmark(std, limits),
		newJoin(std, limits),
		newSplit(std, limits),
		newUndo(std, limits),
		newRedo(std, limits),
		newLog(std, limits),
		newConfig(std),
	)
	addTopics(root)
	return root
}

const noPath = `

With no PATH the library is read, or while that is empty the sample that ships
with parallax.`

const exitStatus = `

Exit status: 0 done; 1 failed, nothing could be read; 2 bad usage; 3 done, but
something was skipped, each named on standard error.`
