using Memti.Abstractions.Supplies;
using Memti.Abstractions.Units;
using Memti.Plugins.Supplies.Storages;
using Memti.Simulation.Firmware;
using Memti.Simulation.Runs;
using Memti.Simulation.Supplies;

namespace Memti.Benchmarks;

/// <summary>The system of <see cref="EdgeVision"/> on a panel and a supercapacitor: steps of 15 minutes over a day, with a night.</summary>
internal static class SuppliedDay
{
    private const double Day = 86_400;

    public static SimulationResult Run()
    {
        var supply = new SupplySystem
        {
            Source = new Light(),
            Storage = new Capacitor(
                new() { Type = CapacitorType.Supercapacitor, CapacitanceUf = 1e8, FullV = 5, StartV = 3, SeriesMohm = 0 }),
            OnVolts = 3,
            OffVolts = 2.4,
        };
        return new Simulator(
            EdgeVision.System,
            EdgeVision.FramesOf(Day),
            new DutyCycleFirmware(new()),
            new() { Jump = false },
            registers: null,
            new(supply, static () => new DutyCycleFirmware(new()))).Run();
    }

    private sealed class Light : ISupplySource
    {
        public string Summary => "half a sine over twelve hours";

        public long Steps => 96;

        public SourceStep StepAt(long index) =>
            new(SimTime.FromSeconds(900), 1, Math.Max(0, 0.3 * Math.Sin(2 * Math.PI * (index + 0.5) / 96)));
    }
}
