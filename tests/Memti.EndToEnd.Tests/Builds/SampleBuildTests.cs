namespace Memti.EndToEnd.Tests.Builds;

/// <summary>The sample as it ships; it trains for a minute.</summary>
public sealed class SampleBuildTests
{
    private static readonly string Folder = Path.Combine(Built.Root, "samples", "camera-node");

    [Fact]
    public void The_scenario_of_the_sample_is_valid() =>
        Memti.Run("validate", Path.Combine(Folder, "camera.memti.yaml")).ExitCode.ShouldBe(0);

    [LongFact]
    public void The_sample_builds_images_that_keep_its_budgets()
    {
        DotNet.Done(Folder, "build", "-nologo", "-c", Built.Configuration);

        DotNet.Done(Folder, "run", "--no-build", "-c", Built.Configuration).Output.ShouldContain("shared.bin");
    }
}
