namespace Memti.EndToEnd.Tests;

/// <summary><c>memti validate</c> refuses what <c>memti run</c> refuses, in the same words.</summary>
public sealed class ValidateTests : IDisposable
{
    private const string Sound = """
        memti: 1
        network: { kind: resnet26-adapters, tasks: [cifar100, gtsrb] }
        accelerator: { kind: nvdla }
        memories:
          activations: { kind: sram, capacity_kib: 2048, holds: [activations] }
          backing: { kind: dram, holds: [all_tasks, input] }
          shared: { kind: rram, bits_per_cell: 3, holds: [shared] }
          adapters: { kind: sram, holds: [task_specific] }
        workload: { fps: 30, duration_s: 10 }
        power: { firmware: duty-cycle }
        designs:
          one: {}
          two: {}
        variants:
          other: { workload: { fps: 15 } }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("kind: nvdla", "kind: nvdla, macs: 1000", "MEMTI2004", "'macs' is 1000")]
    [InlineData("gtsrb]", "gtsbr]", "MEMTI2010", "gtsbr")]
    [InlineData("adapters: { kind: sram,", "adapters: { kind: sram, capacity_kib: 100,", "MEMTI5001", "KiB too many")]
    [InlineData("kind: rram, bits_per_cell: 3", "kind: rram, bits_per_cell: 3, cell: flux", "MEMTI5004", "flux")]
    [InlineData(
        "other: { workload: { fps: 15 } }", "other: { memories: { activations: { capacity_kib: 8 } } }", "MEMTI5001", "variant 'other'")]
    [InlineData("fps: 30", "fps: -30", "MEMTI2004", "workload.fps")]
    public void Both_say_the_same_of_what_cannot_be(string sound, string fault, string code, string said)
    {
        Sound.ShouldContain(sound);
        string file = _folder.Write("a.memti.yaml", Sound.Replace(sound, fault, StringComparison.Ordinal));
        Memti validated = Memti.Run("validate", file);
        Memti run = Memti.Run("run", file);
        validated.ExitCode.ShouldBe(1);
        validated.Output.ShouldBeEmpty();
        validated.Errors.ShouldContain($"error {code}: ");
        validated.Errors.ShouldContain(said);
        validated.Errors.ShouldBe(run.Errors);
    }

    [Fact]
    public void Overrides_and_chosen_designs_are_those_of_a_run()
    {
        string file = _folder.Write("a.memti.yaml", Sound);
        string[] broken = ["--set", "designs.two.accelerator.macs=1000"];
        Memti.Run(["validate", file, .. broken]).Errors.ShouldBe(Memti.Run(["run", file, .. broken]).Errors);
        Memti.Run(["validate", file, .. broken, "--design", "one"]).ExitCode.ShouldBe(0);
        Memti.Run("validate", file, "--design", "three").Errors.ShouldContain("error MEMTI2010: ");
    }

    [Fact]
    public void Several_files_are_all_looked_at()
    {
        string bad = _folder.Write("bad.memti.yaml", Sound.Replace("kind: nvdla", "kind: nvdla, macs: 1000", StringComparison.Ordinal));
        string good = _folder.Write("good.memti.yaml", Sound);
        string worse = _folder.Write("worse.memti.yaml", Sound.Replace("gtsrb]", "gtsbr]", StringComparison.Ordinal));
        Memti run = Memti.Run("validate", bad, good, worse);
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("good.memti.yaml: valid; 2 design(s): one, two");
        run.Errors.ShouldContain("bad.memti.yaml(3,14): error MEMTI2004");
        run.Errors.ShouldContain("worse.memti.yaml(2,10): error MEMTI2010");
    }
}
