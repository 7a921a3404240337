using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Randomness;
using Memti.Plugins.Catalog;
using Memti.Runs.Codes;
using Memti.Runs.Executables;
using Memti.Runs.Planning;
using Memti.Runs.Running;

namespace Memti.Runs.PowerCuts;

/// <summary>Cuts the power of one design: one run without a cut, then one recovery for each cut.</summary>
/// <param name="catalog">Makes processor and accelerator.</param>
/// <param name="request">How to cut.</param>
/// <param name="cancellationToken">Stops the campaign.</param>
internal sealed class CampaignRun(PluginCatalog catalog, PowerCutRequest request, CancellationToken cancellationToken)
{
    // Cuts that are tried in a row by one thread: enough to go forward through the journal, few enough to share out.
    private const int ChunkLength = 32;

    /// <summary>Cuts the power of a design.</summary>
    /// <param name="planned">The design.</param>
    /// <param name="memories">Its non-volatile memories with bytes.</param>
    /// <param name="seed">Seed of the choice of cuts.</param>
    /// <exception cref="MemtiException">
    /// <see cref="RunCodes.UncutRunFails"/>, <see cref="RunCodes.NothingToCut"/>, <see cref="RunCodes.NoSuchCut"/>, or what a plugin
    /// threw.
    /// </exception>
    public CutCampaign Of(PlannedDesign planned, IReadOnlyList<CutMemory> memories, ulong seed)
    {
        var journal = new WriteJournal([.. memories.Select(static memory => memory.Index)]);
        var machine = new CutMachine(memories);
        LineTable? lines = planned.Machine!.Elf is { } elf ? ElfReader.LinesOf(elf.Path) : null;
        machine.RunUncut(FirmwareOf(planned, lines), journal, cancellationToken);
        if (journal.Writes.Count == 0)
            throw NothingWritten(memories);
        var space = new CutSpace(journal.Writes, memories, journal.Boundaries.Count);
        CutPoint[] cuts = request.Only is { } only
            ? [space.Verified(only)]
            : space.Choose(request.MostCuts, Philox.Named(seed, "powercut/points"));
        CutTrial Trial() => new(machine, FirmwareOf(planned, lines), journal, memories, request);
        CutResult[] results = TryAll(planned.Name, cuts, Trial);
        CutTrial teller = Trial();
        CutResult? smallest = request.Only is null
            ? results.FirstOrDefault(static result => result.Outcome == CutOutcome.Silent)
                ?? results.FirstOrDefault(static result => result.Outcome == CutOutcome.Detected)
            : results[0];
        return new CutCampaign
        {
            Design = planned.Name,
            Description = planned.Description,
            Seconds = (double)machine.Length * 1e-12,
            Writes = journal.Writes.Count,
            Points = space.Points,
            Boundaries = space.Boundaries,
            Cuts = results,
            Wear = [.. WearOf(journal, memories)],
            Places = [.. PlacesOf(journal, results, teller)],
            Smallest = smallest,
            Timeline = smallest is null ? [] : teller.Explain(smallest.Cut, cancellationToken),
        };
    }

    private ICutFirmware FirmwareOf(PlannedDesign planned, LineTable? lines) => lines is null
        ? new ManagedFirmware(catalog, planned, cancellationToken)
        : new CoreFirmware(planned, new CoreRun(catalog, cancellationToken).SystemOf(planned.Machine!, console: null), lines);

    private CutResult[] TryAll(string design, CutPoint[] cuts, Func<CutTrial> trial)
    {
        var results = new CutResult[cuts.Length];
        int chunks = (cuts.Length + ChunkLength - 1) / ChunkLength;
        int done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = request.Threads, CancellationToken = cancellationToken };
        try
        {
            Parallel.For(0, chunks, options, trial, (chunk, _, own) =>
            {
                for (int cut = chunk * ChunkLength; cut < Math.Min(cuts.Length, (chunk + 1) * ChunkLength); cut++)
                    results[cut] = own.Try(cuts[cut], cancellationToken);
                request.Progress?.Report(new(design, (double)Interlocked.Increment(ref done) / chunks));
                return own;
            }, static _ => { });
        }
        catch (AggregateException error) when (error.InnerExceptions.OfType<MemtiException>().FirstOrDefault() is { } first)
        {
            throw new MemtiException(first.Diagnostic, first);
        }

        return results;
    }

    private static IEnumerable<WornWord> WearOf(WriteJournal journal, IReadOnlyList<CutMemory> memories) =>
        from write in journal.Writes
        group write by write.Memory into memory
        orderby memory.Key
        let most = memory.GroupBy(static write => write.Offset)
            .OrderByDescending(static word => word.Count()).ThenBy(static word => word.Key).First()
        select new WornWord(memories[memory.Key].Name, memory.LongCount(), most.Key, most.LongCount());

    private static IEnumerable<PlaceRow> PlacesOf(WriteJournal journal, CutResult[] results, CutTrial teller)
    {
        ILookup<ulong?, CutResult> cuts = results.ToLookup(result => AddressOf(result.Cut, journal));
        foreach (IGrouping<ulong, JournalWrite> writes in journal.Writes.GroupBy(AddressOf).OrderBy(static place => place.Key))
            if (cuts.Contains(writes.Key))
                yield return Row(teller.WriterOf(writes.First()), writes.Key, writes.LongCount(), cuts[writes.Key]);
        if (cuts.Contains(null))
            yield return Row("begin or end of an activity", null, 0, cuts[null]);
    }

    private static PlaceRow Row(string place, ulong? address, long writes, IEnumerable<CutResult> cuts)
    {
        ILookup<CutOutcome, CutResult> outcomes = cuts.ToLookup(static cut => cut.Outcome);
        return new(
            place,
            address,
            writes,
            outcomes[CutOutcome.Recovered].LongCount(),
            outcomes[CutOutcome.Detected].LongCount(),
            outcomes[CutOutcome.Silent].LongCount());
    }

    private static ulong? AddressOf(CutPoint cut, WriteJournal journal) =>
        cut.Boundary > 0 ? null : AddressOf(journal.Writes[(int)cut.Write - 1]);

    private static ulong AddressOf(JournalWrite write) => write.ByCore ? write.ProgramCounter : 0;

    private static MemtiException NothingWritten(IReadOnlyList<CutMemory> memories)
    {
        string known = memories.Count == 0
            ? "it has no non-volatile memory with 'at'"
            : $"it has {string.Join(", ", memories.Select(static memory => $"'{memory.Name}'"))}";
        return new(RunCodes.NothingToCut, $"the firmware writes no word of a non-volatile memory, so no write can be cut; {known}.");
    }
}
