using System.Text;
using Memti.Runs.Traces;
using Memti.Simulation.Ledger;
using Memti.Simulation.Traces;

namespace Memti.Runs.Tests.Traces;

public sealed class FrameTableTests
{
    private const long Second = 1_000_000_000_000;

    [Fact]
    public void Each_frame_has_a_line_with_its_times_and_its_energy_by_component_and_by_cause()
    {
        string[] lines = Table(0, 100 * Second).Split("\r\n");

        lines[0].ShouldBe(
            "frame,status,start_s,delivered_s,completed_s,busy_s,late_s,tasks,energy_j,component_nvdla_j,component_adapters_j,component_cpu_j,"
                + "cause_compute_j,cause_clock_j,cause_read_j,cause_write_j,cause_input_j,cause_leakage_j,cause_refresh_j,cause_wake_up_j,"
                + "cause_reload_j,cause_task_switch_write_j,cause_deploy_j,cause_scrub_j,cause_retention_j,cause_off_j");
        lines[1..].ShouldBe(
        [
            "-1,start,,,,,,,0.5,0.5,0,0,0,0.5,0,0,0,0,0,0,0,0,0,0,0,0",
            "0,met,1.000000000000,1.000000000000,1.500000000000,0.500000000000,0.000000000000,signs faces,3,1,2,0,1,0,2,0,0,0,0,0,0,0,0,0,0,0",
            "1,late,2.000000000000,2.000000000001,3.250000000000,1.249999999999,0.250000000000,faces,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0",
            "2,missed,3.000000000000,,,,,signs,,,,,,,,,,,,,,,,,,",
            "3,dropped,4.000000000000,4.000000000000,,,,faces,0.25,0,0,0.25,0,0,0,0,0,0.25,0,0,0,0,0,0,0,0",
            "",
        ]);
    }

    [Fact]
    public void A_window_has_the_frames_that_are_delivered_in_it() =>
        Table(Second + 1, 2 * Second).Split("\r\n")[1..^1].Select(static line => line.Split(',')[0]).ShouldBe(["1", "2"]);

    private static string Table(long from, long length)
    {
        using var output = new MemoryStream();
        using var table = new FrameTable(output, new TraceWindow(from, from + length));
        var machine = new ScriptedMachine(table);
        table.Energy(-1, [Of(0, EnergyCause.Clock, 0.5)]);
        machine.At(Second).Frame(0, FrameStep.Delivered, Second, 2 * (Int128)Second, 0, 1)
            .At(Second * 3 / 2).Frame(0, FrameStep.Completed, Second, 2 * (Int128)Second, 0, 1)
            .At(2 * Second + 1);
        table.Energy(0, [Of(0, EnergyCause.Compute, 1), Of(1, EnergyCause.Read, 1.5), Of(1, EnergyCause.Read, 0.5)]);
        machine.Frame(1, FrameStep.Delivered, 2 * Second, 3 * (Int128)Second, 1)
            .At(Second * 13 / 4).Frame(1, FrameStep.Completed, 2 * Second, 3 * (Int128)Second, 1)
            .At(4 * Second).Frame(2, FrameStep.Skipped, 3 * Second, 4 * (Int128)Second, 0);
        table.Energy(1, []);
        machine.Frame(3, FrameStep.Delivered, 4 * Second, 5 * (Int128)Second, 1)
            .At(6 * Second).Frame(3, FrameStep.Skipped, 4 * Second, 5 * (Int128)Second, 1);
        table.Energy(3, [Of(2, EnergyCause.Leakage, 0.25)]);
        table.Stop();
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static EnergyPosting Of(int component, EnergyCause cause, double joules) => new(component, cause, -1, (Int128)(joules * 1e27));
}
