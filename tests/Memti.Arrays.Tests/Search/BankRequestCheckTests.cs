using Memti.Abstractions.Arrays;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Banks;
using Memti.Arrays.Composition;
using Memti.Arrays.Search;

namespace Memti.Arrays.Tests.Search;

/// <summary>Each request that no organisation can answer by its form is refused with key, value and what is permitted.</summary>
public sealed class BankRequestCheckTests
{
    private static readonly BankRequest Sram = BankCases.Small("sram-146f2", ArrayProfile.Nvsim2012);
    private static readonly BankRequest Rram = BankCases.Small("rram-1t1r-53f2", ArrayProfile.NvsimMerged);

    private static readonly Dictionary<string, (BankRequest Request, string Value, string Permitted)> Refused = new()
    {
        ["bits_per_cell, none"] = (Rram with { BitsPerCell = 0 }, "0", "1 to 4"),
        ["bits_per_cell, five"] = (Rram with { BitsPerCell = 5 }, "5", "1 to 4"),
        ["bits_per_cell, NVSim"] = (
            Rram with { BitsPerCell = 2, Profile = ArrayProfile.Nvsim2012 },
            "2",
            "1 in profile nvsim_2012; nvsim_merged and memti know multi-level cells"),
        ["bits_per_cell, SRAM"] = (
            Sram with { BitsPerCell = 2, Profile = ArrayProfile.Memti }, "2", "1 for cell 'sram-146f2': a latch has two states"),
        ["word_bits, none"] = (Sram with { WordCells = 0 }, "0", "1 to 4096"),
        ["word_bits, too many"] = (Sram with { WordCells = 4097 }, "4097", "1 to 4096"),
        ["cells, one word"] = (Sram with { Cells = 64 }, "64", "64 cells of a word times 2 to the power of 1 to 36"),
        ["cells, half a word"] = (Sram with { Cells = 16384 + 32 }, "16416", "64 cells of a word times 2 to the power of 1 to 36"),
        ["cells, no power of two"] = (Sram with { Cells = 64 * 3 }, "192", "64 cells of a word times 2 to the power of 1 to 36"),
        ["cells, too many"] = (Sram with { Cells = 64L << 37 }, "8796093022208", "64 cells of a word times 2 to the power of 1 to 36"),
        ["cells, none"] = (Sram with { Cells = 0 }, "0", "64 cells of a word times 2 to the power of 1 to 36"),
        ["node_nm, too fine"] = (Sram with { NodeNanometres = 21 }, "21", "22 to 90"),
        ["node_nm, too coarse"] = (Sram with { NodeNanometres = 91 }, "91", "22 to 90"),
        ["temperature_k, too cold"] = (Sram with { TemperatureKelvin = 299.9 }, "299.9", "300 to 400"),
        ["temperature_k, too hot"] = (Sram with { TemperatureKelvin = 400.1 }, "400.1", "300 to 400"),
        ["temperature_k, no number"] = (Sram with { TemperatureKelvin = double.NaN }, "NaN", "300 to 400"),
        ["routing"] = (
            Rram with { Routing = Routing.SharedSense },
            "shared-sense",
            "h-tree or bus for cell 'rram-1t1r-53f2': only SRAM moves a bus without an amplifier of its own"),
        ["profile, PCM"] = (
            BankCases.Small("pcm-25f2-optimistic", ArrayProfile.NvsimMerged) with { BitsPerCell = 2 },
            "nvsim_merged",
            "memti for several bits in cell 'pcm-25f2-optimistic': the fork senses levels of RRAM, CTT and FeFET alone"),
        ["profile, FeFET"] = (
            BankCases.Small("fefet-15f2", ArrayProfile.Nvsim2012),
            "nvsim_2012",
            "nvsim_merged or memti for cell 'fefet-15f2': NVSim knows no cells of its kind"),
        ["profile, CTT"] = (
            BankCases.Small("ctt-8f2", ArrayProfile.Nvsim2012),
            "nvsim_2012",
            "nvsim_merged or memti for cell 'ctt-8f2': NVSim knows no cells of its kind"),
    };

    public static TheoryData<string> Names => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_request_is_refused_with_key_value_and_what_is_permitted(string name)
    {
        (BankRequest request, string value, string permitted) = Refused[name];

        Diagnostic finding = Should.Throw<MemtiException>(() => BankSolver.Solve(request)).Diagnostic;

        (finding.Code, finding.Key, finding.Value, finding.Permitted).ShouldBe(
            (DiagnosticCode.NoArray, name.Split(',')[0], value, permitted));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_organisation_is_not_evaluated_for_a_request_that_is_refused(string name) =>
        Should.Throw<MemtiException>(
            () => BankSolver.Evaluate(Refused[name].Request, OrganisationCases.Of("1x1/1x1 1x1/1x1 8,1,1"), out _)).Diagnostic.Code
                .ShouldBe(DiagnosticCode.NoArray);

    [Theory]
    [InlineData(22, 300, 2)]
    [InlineData(90, 400, 4096)]
    public void The_ends_of_each_range_are_taken(int node, double kelvin, int wordCells) =>
        BankSolver.Solve(
            Sram with { NodeNanometres = node, TemperatureKelvin = kelvin, WordCells = wordCells, Cells = wordCells * 64 }).Winners
                .ShouldNotBeEmpty();

    [Fact]
    public void A_cell_whose_read_current_is_too_high_for_the_supply_is_refused_by_its_precharge_window()
    {
        // 40 µA through a 2 F transistor takes more than 0.5 V
        BankRequest request = new(ShippedCells.Named("PCRAMsample"), 1, 1 << 24, 64);
        BankSolution solution = BankSolver.Solve(request);

        solution.Winners.ShouldBeEmpty();
        InfeasibleReport.Explain(request, solution).ShouldSatisfyAllConditions(
            static finding => finding.Code.ShouldBe(DiagnosticCode.NoArray),
            static finding => finding.Value.ShouldBe("PCRAMsample"),
            static finding => finding.Message.ShouldContain("no precharge voltage leaves the sense amplifier its margin: "));
    }
}
