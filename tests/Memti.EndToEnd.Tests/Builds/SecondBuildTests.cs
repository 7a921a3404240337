using System.IO.Compression;

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
    public void Clean_deletes_nothing_that_its_list_names_elsewhere()
    {
        string beside = _node.At("mine.txt"), absolute = Path.Combine(Path.GetTempPath(), $"memti-{Guid.NewGuid():N}.txt");
        string linked = _node.At("elsewhere/mine.txt");
        Directory.CreateDirectory(_node.At("elsewhere"));
        foreach (string file in (string[])[beside, absolute, linked])
            File.WriteAllText(file, "mine");
        Directory.CreateSymbolicLink(Path.Combine(_node.Output, "link"), _node.At("elsewhere"));
        string list = _node.At("obj/Debug/net10.0/memti/written.txt");
        File.AppendAllLines(
            list, ["mine.txt", absolute, "bin/Debug/net10.0/memti/link/mine.txt", "bin/Debug/net10.0/memti/../../../../mine.txt"]);

        DotNet.Done(_node.Folder, "clean");

        foreach (string file in (string[])[beside, absolute, linked])
            File.Exists(file).ShouldBeTrue(file);
        File.Exists(_node.Manifest).ShouldBeFalse();
        File.Delete(absolute);
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
    public void Another_output_folder_has_images_and_cost_and_nothing_is_trained()
    {
        _node.Done("-o", _node.At("other"), "-v:d").Output.ShouldNotContain(Epochs);

        File.ReadAllText(_node.At("other/memti/weights.manifest.json")).ShouldContain("\"energy_per_frame_mj\"");
        File.Exists(_node.At("other/memti/simulation.json")).ShouldBeTrue();
    }

    [Fact]
    public void Another_configuration_uses_the_weights_of_the_first()
    {
        _node.Done("-c", "Release", "-v:d").Output.ShouldNotContain(Epochs);

        File.ReadAllBytes(_node.At("bin/Release/net10.0/memti/adapters.bin")).ShouldBe(
            File.ReadAllBytes(Path.Combine(_node.Output, "adapters.bin")));
    }

    [Fact]
    public void Images_go_to_a_project_that_refers_to_theirs_and_where_it_is_published()
    {
        using var user = new NodeProject();
        File.WriteAllText(user.At("node.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><ProjectReference Include="{_node.At("node.csproj")}" /></ItemGroup>
            </Project>
            """);
        File.Move(user.At("node.csproj"), user.At("user.csproj"));

        user.Done();
        DotNet.Done(user.Folder, "publish", "-c", "Debug", "--no-build", "-o", user.At("published"));

        user.Images().ShouldBe(_node.Images());
        File.ReadAllBytes(user.At("published/memti/shared.bin")).ShouldBe(File.ReadAllBytes(Path.Combine(_node.Output, "shared.bin")));
    }

    [Fact]
    public void Images_go_into_the_package_on_request()
    {
        DotNet.Done(_node.Folder, "pack", "-nologo", "-o", _node.At("plain"));
        DotNet.Done(_node.Folder, "pack", "-nologo", "-o", _node.At("feed"), "-p:MemtiPackEnabled=true");

        Contents("plain").ShouldBeEmpty();
        Contents("feed").ShouldContain("contentFiles/any/net10.0/memti/shared.bin");
        Contents("feed").ShouldContain("contentFiles/any/net10.0/memti/weights.manifest.json");
    }

    [Fact]
    public void Five_lines_at_the_end_say_what_came_out()
    {
        string output = _node.Done().Output;

        output.ShouldMatch(
            @"(?s)node -> .*accuracy: signs .*energy:   .*area:     .*lifetime: .*manifest: bin/Debug/net10\.0/memti/"
                + @"weights\.manifest\.json");
        output.ShouldMatch(@"node\.csproj\(17,5\): warning MEMTI7107: task 'signs' is no better than chance");
    }

    private string[] Contents(string folder)
    {
        using ZipArchive package = ZipFile.OpenRead(Directory.GetFiles(_node.At(folder), "*.nupkg").Single());
        return
        [
            .. package.Entries
                .Select(static entry => entry.FullName)
                .Where(static name => name.Contains("memti/", StringComparison.Ordinal)),
        ];
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
