using Memti.Arrays.Search;

namespace Memti.Arrays.Tests.Search;

/// <summary>
/// The runs of the reference simulators, each column within 0.1 % or, where it was printed with too few digits for that (energy of a mat in
/// thousandths of a pJ, bit line delay in millionths of a ns), half a unit of the last one. With <c>MEMTI_LONG_TESTS=1</c> every request is
/// searched, otherwise a quarter of them.
/// </summary>
public sealed class ReferencePointTests : IClassFixture<ReferencePointTests.Searches>
{
    /// <summary>Requests that every run of the tests searches: each simulator, roadmap and kind of cell, one to three bits.</summary>
    private static readonly string[] Short =
    [
        "nvsim-2012 RRAMsample 1048576 B 64 b LOP 350 K",
        "nvsim-2012 RRAMsample 2097152 B 64 b LSTP 350 K",
        "nvsim-2012 SRAM 720896 B 88 b LOP 350 K",
        "nvsim-2012 STTsample 2097152 B 64 b LOP 350 K",
        "nvsim-2012 PCRAMsample 2097152 B 64 b HP 350 K",
        "nvsim-merged MLCRRAMsample4L 1048576 B 64 b LOP 350 K",
        "nvsim-merged MLCRRAM1T1R20F2L8 2097152 B 64 b LOP 350 K",
        "nvsim-merged SRAMfork 2097152 B 64 b LOP 350 K",
        "nvsim-merged NVMExplorer PCM 25F2 2097152 B 64 b LOP 350 K",
    ];

    public static TheoryData<string> Forced =>
        [.. ReferencePoints.Names.Where(static name => ReferencePoints.Named(name).All(static point => point.HasOrganisation))];

    public static TheoryData<string> Searched => [.. Names];

    private static IEnumerable<string> Names =>
        Environment.GetEnvironmentVariable("MEMTI_LONG_TESTS") == "1" ? ReferencePoints.Names : Short;

    [ReferenceTheory(ReferencePoints.FileName)]
    [MemberData(nameof(Forced))]
    public void The_organisation_of_a_run_has_its_figures_and_their_split(string request) => ReferencePoints.Named(request)
        .SelectMany(static point => point.Differences(BankSolver.Evaluate(point.Request, point.Organisation, out _).ShouldNotBeNull()))
        .ShouldBeEmpty();

    [ReferenceTheory(ReferencePoints.FileName)]
    [MemberData(nameof(Searched))]
    public void The_winner_of_each_target_has_the_figures_of_the_run_and_their_split(string request)
    {
        IReadOnlyList<ReferencePoint> points = ReferencePoints.Named(request);
        BankSolution solution = Solutions.Of(points[0].Request);

        points.SelectMany(point => point.Differences(solution.Winners[point.Target])).ShouldBeEmpty();
    }

    /// <summary>Runs all searches at once.</summary>
    public sealed class Searches
    {
        public Searches()
        {
            if (File.Exists(ReferencePoints.File))
                Parallel.ForEach(Names, static name => Solutions.Of(ReferencePoints.Named(name)[0].Request));
        }
    }
}
