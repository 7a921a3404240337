using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;
using Memti.Runs.Codes;
using Memti.Simulation.Codes;
using Memti.Simulation.Contents;
using Memti.Simulation.Traces;

namespace Memti.Runs.PowerCuts;

/// <summary>Runs a design: uncut, and from a cold start after each cut.</summary>
/// <param name="memories">Its non-volatile memories with bytes.</param>
internal sealed class CutMachine(IReadOnlyList<CutMemory> memories)
{
    /// <summary>A recovery that takes this many times as long as the uncut run, and more, is taken to hang.</summary>
    private const int Patience = 20;

    private static readonly SimTime LeastPatience = SimTime.FromMilliseconds(20);

    /// <summary>Contents of the memories before the first power-on.</summary>
    public IReadOnlyList<byte[]> Before { get; private set; } = [];

    /// <summary>Their contents when the uncut run ends.</summary>
    public IReadOnlyList<byte[]> After { get; private set; } = [];

    /// <summary>Length of the uncut run in picoseconds.</summary>
    public Int128 Length { get; private set; }

    /// <summary>Runs the design without a cut.</summary>
    /// <param name="firmware">Its firmware.</param>
    /// <param name="journal">Writes down what it does.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="MemtiException"><see cref="RunCodes.UncutRunFails"/>.</exception>
    public void RunUncut(ICutFirmware firmware, WriteJournal journal, CancellationToken cancellationToken)
    {
        ICutRun run = firmware.Begin(journal, start: null, patience: null);
        journal.ProgramCounter = () => run.ProgramCounter;
        Before = [.. memories.Select(memory => run.ContentsOf(memory.Index).ToArray())];
        try
        {
            run.Finish(cancellationToken);
        }
        catch (MemtiException error) when (IsOfFirmware(error))
        {
            string text = $"the run without a cut fails, so there is nothing to compare with: {error.Diagnostic.Message}";
            throw new MemtiException(new Diagnostic(RunCodes.UncutRunFails, text), error);
        }

        After = [.. memories.Select(memory => run.ContentsOf(memory.Index).ToArray())];
        Length = run.Elapsed;
        journal.Close(Before);
    }

    /// <summary>Runs the design after a cut.</summary>
    /// <param name="firmware">Its firmware.</param>
    /// <param name="start">When power returns, and what the memories hold.</param>
    /// <param name="ignored">Ranges that may differ.</param>
    /// <param name="listener">Hears of the run.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="MemtiException">What a plugin threw.</exception>
    public RecoveredRun Recover(
        ICutFirmware firmware,
        ColdStart start,
        IReadOnlyList<IgnoredRange> ignored,
        IMachineListener listener,
        CancellationToken cancellationToken)
    {
        SimTime limit = SimTime.Max(LeastPatience, SimTime.FromPicoseconds((long)Int128.Min(Length * Patience, long.MaxValue)));
        ICutRun run = firmware.Begin(listener, start, limit);
        try
        {
            run.Finish(cancellationToken);
        }
        catch (MemtiException error) when (IsOfFirmware(error))
        {
            return new(CutOutcome.Detected, HowOf(error), run.Elapsed - start.Time, 0, "");
        }

        (long different, string first) = ContentsComparison.Of(memories, After, run, ignored);
        return different == 0
            ? new(CutOutcome.Recovered, "same bytes", run.Elapsed - start.Time, 0, "")
            : new(CutOutcome.Silent, "other bytes", run.Elapsed - start.Time, different, first);
    }

    /// <summary>What firmware does, or a device finds in what it does. Errors of plugins are none of it.</summary>
    private static bool IsOfFirmware(MemtiException error) => error.Diagnostic.Code
        is SimulationCodes.CoreFault or SimulationCodes.CoreSleeps or SimulationCodes.CoreNeverWaits or SimulationCodes.FirmwareFailed
        or SimulationCodes.UnwrittenRead or SimulationCodes.OtherTaskRead or SimulationCodes.MemoryWithoutPower
        or SimulationCodes.FirmwareThrew or SimulationCodes.FirmwareEnded or SimulationCodes.FirmwareStalled
        or SimulationCodes.NoProgress or DiagnosticCode.IllegalOperation;

    private static string HowOf(MemtiException error) => error.Diagnostic.Code switch
    {
        SimulationCodes.FirmwareFailed => "reported failure",
        SimulationCodes.CoreFault or SimulationCodes.FirmwareThrew => "exception",
        SimulationCodes.CoreSleeps or SimulationCodes.CoreNeverWaits => "hangs",
        SimulationCodes.FirmwareStalled or SimulationCodes.NoProgress => "hangs",
        { } code => code,
    };
}
