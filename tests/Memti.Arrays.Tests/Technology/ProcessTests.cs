using Memti.Abstractions.Arrays;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Tests.Technology;

public sealed class ProcessTests
{
    private static readonly Dictionary<string, Func<Process, double>> Figures = new()
    {
        ["supply"] = static process => process.Supply,
        ["threshold"] = static process => process.Threshold,
        ["P to N"] = static process => process.PToN,
        ["gate"] = static process => process.GateFaradsPerMetre,
        ["ferroelectric gate"] = static process => process.FerroelectricGateFaradsPerMetre,
        ["junction"] = static process => process.JunctionFaradsPerSquareMetre,
        ["on NMOS"] = static process => process.OnNmos,
        ["on PMOS"] = static process => process.OnPmos,
        ["off NMOS"] = static process => process.OffNmos,
        ["off PMOS"] = static process => process.OffPmos,
        ["resistance multiplier"] = static process => process.ResistanceMultiplier,
    };

    public static TheoryData<string> Names => [.. Figures.Keys];

    [Theory] // ITRS tables of SEAL-UCSB/NVSim, Technology.cpp
    [InlineData(22, DeviceRoadmap.LOP, 0.5, 0.21739)]
    [InlineData(22, DeviceRoadmap.HP, 0.9, 0.12872)]
    [InlineData(22, DeviceRoadmap.LSTP, 0.8, 0.44571)]
    public void A_tabulated_node_has_the_published_voltages(int node, DeviceRoadmap roadmap, double supply, double threshold)
    {
        Process process = Process.Of(node, roadmap, 350);

        (process.Supply, process.Threshold).ShouldBe((supply, threshold));
    }

    [Theory] // as above
    [InlineData(DeviceRoadmap.HP, 1930.7, 1.05717)]
    [InlineData(DeviceRoadmap.LOP, 658.8, 0.04365)]
    [InlineData(DeviceRoadmap.LSTP, 695.7, 9.62e-5)]
    public void A_tabulated_temperature_has_the_published_currents(DeviceRoadmap roadmap, double on, double off)
    {
        Process process = Process.Of(22, roadmap, 350);

        process.OnNmos.ShouldBe(on, on * 1e-3);
        process.OffNmos.ShouldBe(off, off * 1e-3);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Between_two_tabulated_nodes_every_figure_lies_between_theirs(string name)
    {
        Func<Process, double> figure = Figures[name];
        IReadOnlyList<int> nodes = TransistorTable.Nodes;
        foreach (DeviceRoadmap roadmap in Enum.GetValues<DeviceRoadmap>())
            foreach ((int fine, int coarse) in nodes.Zip(nodes.Skip(1)))
                for (int node = fine; node <= coarse; node++)
                {
                    (double least, double most) = Ends(figure(Process.Of(fine, roadmap, 350)), figure(Process.Of(coarse, roadmap, 350)));
                    figure(Process.Of(node, roadmap, 350)).ShouldBeInRange(least, most, $"{node} nm {roadmap}");
                }
    }

    [Fact]
    public void Halfway_between_two_nodes_voltages_are_the_mean_and_off_currents_the_geometric_mean()
    {
        Process fine = Process.Of(22, DeviceRoadmap.LOP, 350);
        Process half = Process.Of(27, DeviceRoadmap.LOP, 350);
        Process coarse = Process.Of(32, DeviceRoadmap.LOP, 350);

        half.Supply.ShouldBe((fine.Supply + coarse.Supply) / 2, 1e-12);
        half.GateFaradsPerMetre.ShouldBe((fine.GateFaradsPerMetre + coarse.GateFaradsPerMetre) / 2, 1e-20);
        half.OffNmos.ShouldBe(Math.Sqrt(fine.OffNmos * coarse.OffNmos), half.OffNmos * 1e-12);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_figure_changes_with_temperature_without_a_jump(string name)
    {
        for (int kelvin = 310; kelvin < 400; kelvin += 10)
        {
            double at = Figures[name](Process.Of(22, DeviceRoadmap.LOP, kelvin));
            Figures[name](Process.Of(22, DeviceRoadmap.LOP, kelvin - 1e-9)).ShouldBe(at, Math.Abs(at) * 1e-9);
            Figures[name](Process.Of(22, DeviceRoadmap.LOP, kelvin + 1e-9)).ShouldBe(at, Math.Abs(at) * 1e-9);
        }
    }

    [Fact]
    public void Currents_are_linear_between_tabulated_temperatures()
    {
        double OnAt(double kelvin) => Process.Of(45, DeviceRoadmap.HP, kelvin).OnNmos;

        OnAt(355).ShouldBe((OnAt(350) + OnAt(360)) / 2, 1e-9);
    }

    [Fact]
    public void NVSim_keeps_the_gate_overlap_of_the_finer_node()
    {
        double kept = Process.Of(31, DeviceRoadmap.LOP, 350, keepsOverlap: true).GateFaradsPerMetre;

        kept.ShouldNotBe(Process.Of(31, DeviceRoadmap.LOP, 350).GateFaradsPerMetre);
        Process.Of(32, DeviceRoadmap.LOP, 350, keepsOverlap: true).GateFaradsPerMetre
            .ShouldBe(Process.Of(32, DeviceRoadmap.LOP, 350).GateFaradsPerMetre);
    }

    [Fact]
    public void Wires_between_two_nodes_are_those_of_the_coarser() =>
        WireTable.Of(28, "local", "aggressive").ShouldBe(WireTable.Of(32, "local", "aggressive"));

    private static (double, double) Ends(double one, double other) =>
        (Math.Min(one, other) * (1 - 1e-12), Math.Max(one, other) * (1 + 1e-12));
}
