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

    [Theory]
    [InlineData("-m:2")]
    [InlineData("-m:2", "-mt")]
    [InlineData("-m:2", "-mt", "-p:MemtiTaskFactory=AssemblyTaskFactory")]
    public void Two_projects_in_one_parallel_build_give_what_each_gives_alone(params string[] options)
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
    public void A_full_disk_leaves_no_half_image_and_the_next_build_is_whole()
    {
        string partial = Path.Combine(_node.Output, "shared.bin.memti-partial");
        Directory.CreateDirectory(_node.Output);
        File.CreateSymbolicLink(partial, "/dev/full");

        DotNet build = _node.Build();

        build.ExitCode.ShouldBe(1);
        build.Output.ShouldContain("error MEMTI1003");
        File.Exists(Path.Combine(_node.Output, "shared.bin")).ShouldBeFalse();
        File.Delete(partial);
        _node.Done();
        Memti.Run("image", "verify", _node.Manifest).ExitCode.ShouldBe(0);
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
}
