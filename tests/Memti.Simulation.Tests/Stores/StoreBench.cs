using Memti.Abstractions.Firmware;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Simulation.Contents;
using Memti.Simulation.Frames;
using Memti.Simulation.Maps;
using Memti.Simulation.Runs;
using Memti.Simulation.Supplies;
using Memti.Simulation.Systems;
using Memti.Simulation.Traces;

namespace Memti.Simulation.Tests.Stores;

/// <summary>Managed firmware with a non-volatile store, whose words take a microsecond each.</summary>
internal sealed class StoreBench
{
    /// <summary>Index of the store among the memories.</summary>
    internal const int Store = 3;

    internal const int Bytes = 122_880;

    internal IWordTearing? Tearing { get; set; }

    internal SupplySystem? Supply { get; set; }

    internal ColdStart? Start { get; set; }

    internal Workload Workload { get; set; } = Systems.Frames(3, 0);

    internal IMachineListener? Listener { get; set; }

    internal bool Jump { get; set; } = true;

    internal SystemDescription System { get; } = Systems.Of(
        [Systems.Task("a", Systems.SetBits, (2, 100), (3, 100), (5, 100)), Systems.Task("b")],
        Systems.Shared(),
        Systems.Working(),
        Systems.Backing(),
        new()
        {
            Name = "store",
            At = 0x4000_0000,
            Figures = Systems.Figures(isVolatile: false) with
            {
                Write = Bandwidth.FromBytesPerSecond(4e6),
                WriteLatency = SimTime.FromMicroseconds(1),
                Endurance = 1e6,
            },
        },
        new() { Name = "features", Holds = MemoryContents.Activations, Figures = Systems.Figures(isVolatile: true) }) with
    {
        Activations = DataSize.FromBits(8_000),
        ReloadOverlapsInference = false,
    };

    internal Simulator Simulator(Func<IFirmware> firmware)
    {
        var bytes = new MappedBytes
        {
            Map = new(System, []),
            Tearing = Tearing is { } tearing
                ? new Dictionary<int, IWordTearing> { [Store] = tearing }
                : new Dictionary<int, IWordTearing>(),
            Start = Start,
        };
        SuppliedFirmware? supply = Supply is null ? null : new(Supply, firmware);
        return new(System, Workload, firmware(), new() { Listener = Listener, Jump = Jump }, registers: null, supply, bytes);
    }

    internal SimulationResult Run(Func<ISystemOnChip, ValueTask> script) => Simulator(() => Scripted(script)).Run();

    /// <summary>Firmware that does a script at its start and then takes frames.</summary>
    internal static IFirmware Scripted(Func<ISystemOnChip, ValueTask> script) => new ScriptedFirmware(async soc =>
    {
        await script(soc);
        while (await soc.NextFrame() is not null)
            soc.CompleteFrame();
    });
}
