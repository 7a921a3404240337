using Memti.Simulation.Components;
using Memti.Simulation.Devices;
using Memti.Simulation.Ledger;
using Memti.Simulation.Systems;
using Memti.Simulation.Transfers;

namespace Memti.Simulation.Tests.Components;

/// <summary>Devices on a machine without a master.</summary>
internal static class Boards
{
    public static Hardware Of(SystemDescription system)
    {
        ComponentRegistry registry = new();
        SystemLayout layout = new(system, registry);
        Machine machine = new(registry, new() { Tasks = [.. system.Tasks.Select(static task => task.Name)] });
        Hardware hardware = new(machine, layout, Systems.Frames(1, 0), estimatesWear: false);
        hardware.Begin();
        return hardware;
    }

    public static double Joules(this Hardware hardware, int component, EnergyCause cause) =>
        hardware.Machine.Ledger.Postings()
            .Where(posting => posting.Component == component && posting.Cause == cause)
            .Sum(static posting => posting.Energy.Joules);

    /// <summary>Fails when the ledger is not the integral of power up to now.</summary>
    public static void Close(this Hardware hardware)
    {
        Machine machine = hardware.Machine;
        machine.Settle();
        machine.Grid.Meter.MoveTo(machine.Now);
        double total = Quantity.Joules(machine.Ledger.Total);
        LedgerCheck.Verify(total, machine.Grid.Meter.Joules, machine.Grid.Count, machine.Now * 1e-12);
    }
}
