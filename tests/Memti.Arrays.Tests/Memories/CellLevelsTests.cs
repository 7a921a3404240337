using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Memories;

namespace Memti.Arrays.Tests.Memories;

public sealed class CellLevelsTests
{
    private static readonly LevelTable TwoBits = new(2, [0, 0.33, 0.67, 1], [0.01, 0.01, 0.01, 0.01], NumberStatus.Measured, "a test");

    [Fact]
    public void Levels_are_found_by_their_bits() =>
        CellLevels.For(TestCells.Pcm with { Levels = [TwoBits] }, 2).ShouldBeSameAs(TwoBits);

    [Fact]
    public void A_cell_without_levels_is_refused_by_name_with_what_is_known_and_how_to_supply_them()
    {
        Diagnostic finding = Should.Throw<MemtiException>(() => CellLevels.For(TestCells.Pcm, 2)).Diagnostic;
        finding.Code.ShouldBe(DiagnosticCode.NoLevelStatistics);
        finding.Key.ShouldBe("levels");
        finding.Value.ShouldBe("2");
        finding.Permitted.ShouldBe("none");
        finding.Message.ShouldContain("pcm-test");
    }

    [Fact]
    public void Other_numbers_of_bits_are_named() =>
        Should.Throw<MemtiException>(() => CellLevels.For(TestCells.Pcm with { Levels = [TwoBits] }, 3)).Diagnostic.Permitted.ShouldBe("2");
}
