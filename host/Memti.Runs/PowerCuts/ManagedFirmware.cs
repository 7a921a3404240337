using Memti.Abstractions.Units;
using Memti.Plugins.Catalog;
using Memti.Runs.Planning;
using Memti.Runs.Running;
using Memti.Simulation.Contents;
using Memti.Simulation.Runs;
using Memti.Simulation.Traces;

namespace Memti.Runs.PowerCuts;

/// <summary>A policy that reads and writes bytes of non-volatile memories.</summary>
/// <param name="catalog">Makes the policy, a new object for each power-on.</param>
/// <param name="design">The design.</param>
/// <param name="cancellationToken">Ends the wait for a plugin.</param>
internal sealed class ManagedFirmware(PluginCatalog catalog, PlannedDesign design, CancellationToken cancellationToken) : ICutFirmware
{
    private readonly ComponentFactory _factory = new(catalog, cancellationToken);
    private readonly DesignRunner _runner = new(catalog);

    /// <inheritdoc />
    public string OtherWriter => $"firmware '{design.Firmware.Kind}'";

    /// <inheritdoc />
    public string? Beginning => OtherWriter + " starts";

    /// <inheritdoc />
    public CutPlace PlaceOf(ulong address) => new(address, OtherWriter, "");

    /// <inheritdoc />
    public ICutRun Begin(IMachineListener listener, ColdStart? start, SimTime? patience) => new Run(_runner, design, new(
        design.System,
        design.Workload,
        _factory.Firmware(design.Firmware),
        new SimulationOptions { Listener = listener, Jump = false },
        registers: null,
        supply: null,
        DesignRunner.BytesOf(design, start)));

    private sealed class Run(DesignRunner runner, PlannedDesign design, Simulator simulator) : ICutRun
    {
        public Int128 Elapsed => simulator.Elapsed;

        public ulong ProgramCounter => 0;

        public void Finish(CancellationToken cancellationToken) => runner.Watch(design, simulator, cancellationToken);

        public ReadOnlySpan<byte> ContentsOf(int memory) => simulator.ContentsOf(memory);

        public bool IsReadable(int memory) => simulator.IsReadable(memory);
    }
}
