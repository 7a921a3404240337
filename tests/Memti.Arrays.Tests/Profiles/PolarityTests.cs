using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Arrays.Banks;
using Memti.Arrays.Search;
using Memti.Arrays.Tests.Search;

namespace Memti.Arrays.Tests.Profiles;

/// <summary>A negative voltage or current is the opposite polarity: it changes neither sizes nor times nor energies.</summary>
public sealed class PolarityTests
{
    [Theory]
    [InlineData("rram-1t1r-53f2")]
    [InlineData("rram-crosspoint-4f2")]
    [InlineData("pcm-19f2")]
    [InlineData("stt-mram-54f2")]
    [InlineData("fefet-15f2")]
    public void The_opposite_polarity_gives_the_same_bank(string cell)
    {
        MemoryCell positive = ShippedCells.Named(cell).WithoutPolarity();

        foreach (MemoryCell turned in (MemoryCell[])[
            positive with { Reset = Turned(positive.Reset!) },
            positive with { Set = Turned(positive.Set!) },
            positive with { ReadVolts = -positive.ReadVolts, ReadAmperes = -positive.ReadAmperes }])
            Solve(turned).ShouldBe(Solve(positive));
    }

    private static WritePulse Turned(WritePulse pulse) => pulse with { Volts = -pulse.Volts, Amperes = -pulse.Amperes };

    private static SolvedBank Solve(MemoryCell cell) =>
        BankSolver.Solve(new BankRequest(cell, 1, 16384, 64) { Profile = ArrayProfile.Memti }).Winners[ArrayTarget.ReadEDP];
}
