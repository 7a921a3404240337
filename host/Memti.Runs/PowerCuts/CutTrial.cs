using Memti.Arrays.Tearing;
using Memti.Simulation.Contents;
using Memti.Simulation.Traces;

namespace Memti.Runs.PowerCuts;

/// <summary>Tries cuts of one run, one after the other.</summary>
/// <param name="machine">Runs the design.</param>
/// <param name="firmware">The firmware; not shared with another trial.</param>
/// <param name="journal">What the uncut run did.</param>
/// <param name="memories">The non-volatile memories.</param>
/// <param name="request">How to cut.</param>
internal sealed class CutTrial(
    CutMachine machine,
    ICutFirmware firmware,
    WriteJournal journal,
    IReadOnlyList<CutMemory> memories,
    PowerCutRequest request)
{
    private readonly CutContents _contents = new(memories, journal, machine.Before);

    /// <summary>Cuts, switches on again, and runs to the end.</summary>
    public CutResult Try(CutPoint cut, CancellationToken cancellationToken) => Try(cut, new WriteCount(), cancellationToken);

    /// <summary>Tries a cut once more and tells what happened around it.</summary>
    public IReadOnlyList<TimelineLine> Explain(CutPoint cut, CancellationToken cancellationToken)
    {
        var timeline = new CutTimeline(memories, journal, WriterOf, address => firmware.PlaceOf(address).ToString());
        (JournalWrite Write, long Number, WritePoint Point)? under = _contents.UnderWay(cut, out Int128 time);
        TornUnit? torn = under is { } write ? _contents.Tear(write.Write, write.Number, write.Point) : null;
        timeline.Cut(cut, time, under?.Write, under?.Number ?? _contents.WholeAt(time) + 1, torn);
        timeline.Start(time + request.Dark.Picoseconds, firmware.Beginning);
        CutResult result = Try(cut, timeline, cancellationToken);
        return timeline.End(result);
    }

    /// <summary>Who made a write.</summary>
    public string WriterOf(JournalWrite write) =>
        write.ByCore ? firmware.PlaceOf(write.ProgramCounter).ToString() : firmware.OtherWriter;

    private CutResult Try(CutPoint cut, IMachineListener listener, CancellationToken cancellationToken)
    {
        (JournalWrite Write, long Number, WritePoint Point)? under = _contents.UnderWay(cut, out Int128 time);
        TornUnit? torn = null;
        if (under is { } write)
            torn = _contents.Tear(write.Write, write.Number, write.Point);
        else
            _contents.MoveTo(_contents.WholeAt(time));
        var start = new ColdStart
        {
            Time = time + request.Dark.Picoseconds,
            Frame = journal.FrameAfter(time),
            Contents = _contents.After(under?.Number ?? 0, torn),
        };
        RecoveredRun run = machine.Recover(firmware, start, request.Ignored, listener, cancellationToken);
        return new CutResult
        {
            Cut = cut,
            Time = time,
            Outcome = run.Outcome,
            How = run.How,
            Place = cut.Boundary == 0 && under is { Write.ByCore: true } own ? firmware.PlaceOf(own.Write.ProgramCounter) : null,
            Word = under is { } word ? memories[word.Write.Memory].Describe(word.Write.Offset) : "",
            DifferentBytes = run.DifferentBytes,
            FirstDifference = run.FirstDifference,
            Writes = (listener as WriteCount)?.Words ?? 0,
            Duration = run.Duration,
        };
    }
}
