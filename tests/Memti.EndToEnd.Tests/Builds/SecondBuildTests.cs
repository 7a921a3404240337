namespace Memti.EndToEnd.Tests.Builds;

/// <summary>What a build does in a project that was built before.</summary>
[Trait("Duration", "long")]
public sealed class SecondBuildTests(FirstBuild first) : IClassFixture<FirstBuild>, IDisposable
{
    private const string Epochs = "epoch 1 of 1";

    private readonly NodeProject _node = NodeProject.CopyOf(first.Node);

    public void Dispose() => _node.Dispose();

    [Fact]
    public void The_first_build_leaves_images_that_verify()
    {
        first.Log.ShouldContain(Epochs);
        first.Node
            .Images().Keys
            .ShouldBe(
                [
                    "adapters.bin", "shared.bin", "shared.hex", "simulation.json", "weights.cdx.json", "weights.intoto.json",
                    "weights.manifest.json"
                ],
                ignoreOrder: true);
        Memti.Run("image", "verify", first.Node.Manifest).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Nothing_is_made_again_in_a_build_without_a_change()
    {
        DateTime written = File.GetLastWriteTimeUtc(_node.Manifest);

        DotNet second = _node.Done("-v:d");

        second.Output.ShouldNotContain(Epochs);
        File.GetLastWriteTimeUtc(_node.Manifest).ShouldBe(written);
    }

    [Fact]
    public void A_file_that_was_only_touched_changes_nothing()
    {
        DateTime written = File.GetLastWriteTimeUtc(_node.Manifest);
        File.SetLastWriteTimeUtc(_node.At("node.memti.yaml"), DateTime.UtcNow.AddMinutes(1));
        File.SetLastWriteTimeUtc(_node.At("node.csproj"), DateTime.UtcNow.AddMinutes(1));

        _node.Done("-v:d").Output.ShouldNotContain(Epochs);

        File.GetLastWriteTimeUtc(_node.Manifest).ShouldBe(written);
    }

    [Fact]
    public void Another_spread_of_a_memory_retrains_the_adapters_and_leaves_the_backbone()
    {
        SortedDictionary<string, string> before = _node.Images();
        _node.Scenario(senseOffset: "0.08");

        _node.Done();

        SortedDictionary<string, string> after = _node.Images();
        after["shared.bin"].ShouldBe(before["shared.bin"]);
        after["adapters.bin"].ShouldNotBe(before["adapters.bin"]);
    }

    [Fact]
    public void Another_seed_makes_other_adapters()
    {
        string before = _node.Images()["adapters.bin"];

        _node.Done("-p:MemtiSeed=5");

        _node.Images()["adapters.bin"].ShouldNotBe(before);
    }

    [Fact]
    public void A_budget_that_is_not_met_fails_the_build_at_its_item()
    {
        _node.Project(minimumAccuracy: "0.9999");

        DotNet build = _node.Build();

        build.ExitCode.ShouldBe(1);
        build.Output.ShouldContain($"{_node.At("node.csproj")}(20,5): error MEMTI7104: budget 'limits': accuracy of task 'signs'");
        build.Output.ShouldNotContain("MEMTI7002");
    }

    [Fact]
    public void A_budget_that_is_not_met_fails_every_build_until_it_is()
    {
        _node.Project(minimumAccuracy: "0.9999");
        _node.Build();

        _node.Build().ExitCode.ShouldBe(1);

        _node.Project();
        _node.Done();
    }

    [Fact]
    public void Clean_removes_all_that_was_written_and_nothing_else()
    {
        string mine = Path.Combine(_node.Output, "mine.txt");
        File.WriteAllText(mine, "");

        DotNet.Done(_node.Folder, "clean");

        Directory.EnumerateFiles(_node.Folder, "*", SearchOption.AllDirectories)
            .Where(
                static file => file.Contains($"{Path.DirectorySeparatorChar}memti{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ShouldBe([mine]);
    }

    [Fact]
    public void Clean_in_a_copy_leaves_the_original_alone()
    {
        DotNet.Done(_node.Folder, "clean");

        Directory.Exists(_node.Output).ShouldBeFalse();
        Memti.Run("image", "verify", first.Node.Manifest).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Images_are_published_with_the_program()
    {
        DotNet.Done(_node.Folder, "publish", "-c", "Debug", "-o", _node.At("published"));

        File.ReadAllBytes(_node.At("published/memti/shared.bin")).ShouldBe(File.ReadAllBytes(Path.Combine(_node.Output, "shared.bin")));
    }

    [Fact]
    public void A_project_for_several_frameworks_makes_its_images_in_each_of_them_and_not_above()
    {
        File.WriteAllText(
            _node.At("node.csproj"),
            File.ReadAllText(_node.At("node.csproj")).Replace("TargetFramework>", "TargetFrameworks>", StringComparison.Ordinal));

        DotNet build = _node.Done("-v:d");

        build.Output.Split("Launching task \"BuildWeights\"").Length.ShouldBe(2, build.Output);
    }

    [Fact]
    public void A_target_of_its_own_between_two_stages_runs()
    {
        File.WriteAllText(_node.At("Directory.Build.targets"), """
            <Project>
              <Target Name="Flash" AfterTargets="MemtiImages"><Message Importance="high" Text="flashing @(MemtiImage->'%(Filename)')" /></Target>
            </Project>
            """);

        _node.Done().Output.ShouldMatch(@"flashing .*adapters");
    }

    [Theory]
    [InlineData("MemtiRetrain", "RetrainAdapters")]
    [InlineData("MemtiImages", "EmitWeightImages")]
    [InlineData("MemtiSimulate", "SimulateDeployment")]
    [InlineData("MemtiCheck", "CheckBudgets")]
    public void Each_stage_is_a_target_that_can_be_asked_for(string target, string task) =>
        DotNet.Done(_node.Folder, "msbuild", "-nologo", $"-t:{target}", "-v:d").Output.ShouldContain($"Task \"{task}\"");

    [LinuxFact]
    public void No_process_keeps_tasks_or_plugins_open_when_the_build_is_done()
    {
        using var other = NodeProject.CopyOf(first.Node);
        using var nodes = new ReusedNodes();

        nodes.Build(_node.At("node.csproj"), other.At("node.csproj"));

        nodes.Users.ShouldNotBeEmpty();
        nodes.Mapping.ShouldBeEmpty();
    }
}
