using Memti.Abstractions.Units;
using Memti.Runs.Executables;
using Memti.Runs.Planning;
using Memti.Simulation.Contents;
using Memti.Simulation.Executables;
using Memti.Simulation.Masters.Cores;
using Memti.Simulation.Runs;
using Memti.Simulation.Traces;

namespace Memti.Runs.PowerCuts;

/// <summary>Firmware that a core executes.</summary>
/// <param name="design">The design.</param>
/// <param name="core">The core with its firmware.</param>
/// <param name="lines">Lines of the source.</param>
internal sealed class CoreFirmware(PlannedDesign design, CoreSystem core, LineTable lines) : ICutFirmware
{
    /// <inheritdoc />
    public string OtherWriter => "DMA";

    /// <inheritdoc />
    public string? Beginning => null;

    /// <inheritdoc />
    public CutPlace PlaceOf(ulong address)
    {
        Symbol? symbol = core.Executable.Symbols.Find(address);
        string function = symbol is null
            ? ""
            : symbol.Name + (address == symbol.Address ? "" : FormattableString.Invariant($"+0x{address - symbol.Address:x}"));
        return new CutPlace(address, function, lines.Find(address) ?? "");
    }

    /// <inheritdoc />
    public ICutRun Begin(IMachineListener listener, ColdStart? start, SimTime? patience) => new Run(new(
        design.System,
        design.Workload,
        patience is { } limit ? core with { MostAwake = limit } : core,
        new SimulationOptions { Listener = listener },
        supply: null,
        start));

    private sealed class Run(CoreSimulator simulator) : ICutRun
    {
        public Int128 Elapsed => simulator.Elapsed;

        public ulong ProgramCounter => simulator.Core.ProgramCounter;

        public void Finish(CancellationToken cancellationToken)
        {
            while (simulator.Continue(cancellationToken) != CoreHalt.Ended)
                cancellationToken.ThrowIfCancellationRequested();
        }

        public ReadOnlySpan<byte> ContentsOf(int memory) => simulator.ContentsOf(memory);

        public bool IsReadable(int memory) => simulator.IsReadable(memory);
    }
}
