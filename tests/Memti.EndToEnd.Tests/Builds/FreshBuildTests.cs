namespace Memti.EndToEnd.Tests.Builds;

/// <summary>What a build does in a project that was never built.</summary>
[Trait("Duration", "long")]
public sealed class FreshBuildTests : IDisposable
{
    private readonly NodeProject _node = new();

    public void Dispose() => _node.Dispose();

    [Fact]
    public void A_build_that_is_cancelled_in_mid_training_leaves_no_image_and_goes_on_to_the_same_bytes()
    {
        using var whole = new NodeProject();
        whole.Project(epochs: "5");
        _node.Project(epochs: "5");
        using DotNet cancelled = DotNet.Begin(_node.Folder, "build", "-nologo", "-v:d");
        cancelled.WaitFor("epoch 1 of");

        cancelled.Interrupt();
        cancelled.WaitForEnd();

        cancelled.ExitCode.ShouldNotBe(0);
        Directory.Exists(_node.Output).ShouldBeFalse();
        Directory.EnumerateFiles(_node.Folder, "*.checkpoint", SearchOption.AllDirectories).ShouldNotBeEmpty(cancelled.Output);
        _node.Done("-v:d").Output.ShouldNotContain("epoch 1 of 5");
        whole.Done();
        _node.Images().ShouldBe(whole.Images());
    }

    [Fact]
    public void Two_projects_in_one_parallel_build_give_what_each_gives_alone() => BuildTwo("-m:2", "-mt");

    [LongTheory]
    [InlineData("-m:2")]
    [InlineData("-m:2", "-mt", "-p:MemtiTaskFactory=AssemblyTaskFactory")]
    public void Two_projects_in_another_parallel_build_give_what_each_gives_alone(params string[] options) => BuildTwo(options);

    [Fact]
    public void A_value_that_is_no_number_fails_the_build_at_its_attribute_before_anything_starts()
    {
        _node.Project(epochs: "six");

        DotNet build = _node.Build();

        build.ExitCode.ShouldBe(1);
        build.Output.ShouldContain($"{_node.At("node.csproj")}(17,101): error MEMTI7001: Epochs of 'signs' is 'six'");
        Directory.Exists(_node.At("obj/Debug/net10.0/memti")).ShouldBeFalse();
    }

    [Fact]
    public void An_output_folder_that_cannot_be_written_is_a_coded_error()
    {
        File.WriteAllText(_node.At("blocked"), "");

        DotNet build = _node.Build("-p:MemtiOutputPath=blocked/images/");

        build.ExitCode.ShouldBe(1);
        build.Output.ShouldContain("error MEMTI1003");
        build.Output.ShouldNotContain("MEMTI7002");
    }

    [LinuxFact]
    public void A_link_where_an_image_grows_leads_no_bytes_elsewhere()
    {
        string mine = _node.At("mine.txt");
        File.WriteAllText(mine, "mine");
        Directory.CreateDirectory(_node.Output);
        File.CreateSymbolicLink(Path.Combine(_node.Output, "shared.bin.memti-partial"), mine);

        _node.Done();

        File.ReadAllText(mine).ShouldBe("mine");
        Memti.Run("image", "verify", _node.Manifest).ExitCode.ShouldBe(0);
    }

    [LinuxFact]
    public void A_build_that_is_killed_ends_its_worker() => EndsItsWorker("-KILL");

    [LinuxFact]
    public void A_build_that_is_terminated_ends_its_worker() => EndsItsWorker("-TERM");

    [Fact]
    public void Without_training_the_program_is_built_and_nothing_else()
    {
        _node.Done("-p:MemtiRetrainEnabled=false").Output.ShouldContain("MEMTI7106");

        File.Exists(_node.At("bin/Debug/net10.0/node.dll")).ShouldBeTrue();
        Directory.Exists(_node.Output).ShouldBeFalse();
    }

    [Fact]
    public void A_build_for_design_time_information_trains_nothing()
    {
        DotNet.Done(_node.Folder, "build", "-nologo", "-p:DesignTimeBuild=true");

        Directory.Exists(_node.At("obj/Debug/net10.0/memti")).ShouldBeFalse();
    }

    [Fact]
    public void A_build_that_is_told_not_to_trains_nothing()
    {
        DotNet.Done(_node.Folder, "build", "-nologo", "-p:MemtiEnabled=false");

        Directory.Exists(_node.At("obj/Debug/net10.0/memti")).ShouldBeFalse();
    }

    [Fact]
    public void Tools_that_are_not_there_are_a_coded_error()
    {
        _node.Build("-p:MemtiToolPath=nowhere").Output.ShouldContain("error MEMTI7004");
        _node.Build("-p:MemtiTaskAssembly=nowhere.dll").Output.ShouldContain("error MEMTI7004");
    }

    private void EndsItsWorker(string signal)
    {
        _node.Project(epochs: "2000");
        using DotNet build = DotNet.Begin(_node.Folder, "build", "-nologo", "-v:d");
        build.WaitFor("epoch 1 of");
        Workers().ShouldNotBeEmpty(build.Output);

        build.Signal(signal);
        build.WaitForEnd();

        SpinWait.SpinUntil(() => Workers().Length == 0, TimeSpan.FromMinutes(1)).ShouldBeTrue();
    }

    /// <summary>Processes that train for the project.</summary>
    private string[] Workers() =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Where(static folder => Path.GetFileName(folder).All(char.IsAsciiDigit))
            .Select(static folder => ReusedNodes.Read(Path.GetFileName(folder), "cmdline"))
            .Where(command => command.Contains(_node.Folder, StringComparison.Ordinal))
            .Where(static command => command.Contains("\0weights\0", StringComparison.Ordinal)),
    ];

    private void BuildTwo(params string[] options)
    {
        using var other = new NodeProject();
        string both = _node.At("both.proj");
        File.WriteAllText(both, $"""
            <Project DefaultTargets="Build">
              <Target Name="Restore"><MSBuild Projects="node.csproj;{other.At("node.csproj")}" Targets="Restore" /></Target>
              <Target Name="Build"><MSBuild Projects="node.csproj;{other.At("node.csproj")}" BuildInParallel="true" /></Target>
            </Project>
            """);

        DotNet.Done(_node.Folder, ["msbuild", both, "-nologo", "-restore", .. options]);

        _node.Images().Count.ShouldBe(7);
        _node.Images().ShouldBe(other.Images());
    }
}
