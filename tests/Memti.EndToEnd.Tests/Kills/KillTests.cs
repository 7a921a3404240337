namespace Memti.EndToEnd.Tests.Kills;

/// <summary>
/// Commands that are killed at random moments go on and leave what a command leaves that nobody killed: the same files with the same bytes,
/// and nothing else.
/// </summary>
[Trait("Duration", "long")]
public sealed class KillTests
{
    private const int Few = 3, Many = 30;

    private const string Experiment = """
        memti_experiment: 1
        model: { kind: hello-trainable, grid: 8, features: 24 }
        validation: 0.2
        backbone: { data: "generated:world?classes=4&train=400&test=40", recipe: { epochs: 8, batch: 16 } }
        tasks:
          - { name: signs, data: "generated:signs?classes=3&train=400&test=60" }
        adapters: { epochs: 8, batch: 16 }
        retraining: { epochs: 6, batch: 16 }
        from_scratch: true
        maps_before: 6
        maps_after: 3
        storage:
          - { name: hybrid, weight_bits: 6, shared: { kind: rram, bits_per_cell: 3, sense_offset: 0.05 } }
        """;

    [Fact]
    public void A_training_that_is_killed_a_few_times() => Training(Few, seed: 1);

    [LongFact]
    public void A_training_that_is_killed_many_times() => Training(Many, seed: 2);

    [Fact]
    public void An_experiment_that_is_killed_a_few_times() => Experiments(Few, seed: 1);

    [LongFact]
    public void An_experiment_that_is_killed_many_times() => Experiments(Many, seed: 2);

    [Fact]
    public void A_build_of_weights_that_is_killed_a_few_times() => Weights(Few, seed: 1);

    [LongFact]
    public void A_build_of_weights_that_is_killed_many_times() => Weights(Many, seed: 2);

    [LongFact]
    public void A_build_of_weights_that_is_killed_at_every_file_that_it_writes()
    {
        using var bench = new WeightsBench();
        using KilledRuns runs = WeightsRuns(bench);
        runs.MustEqualAWholeRunAfterEachFile().ShouldBeGreaterThan(10);
    }

    private static void Training(int kills, int seed)
    {
        using var runs = new KilledRuns(static _ => { }, static folder =>
        [
            "train", "--model", "hello-trainable", "--threads", "1", "-p", Built.Sample("hello-trainable"), "-d",
            "generated:signs?classes=3&train=150&test=60&validation=0.2", "--from-scratch", "-o", Path.Combine(folder, "task.safetensors"),
            "--epochs", "150", "--checkpoint-every", "0.02",
        ]);
        runs.MustEqualAWholeRun(kills, seed);
    }

    private static void Experiments(int kills, int seed)
    {
        using var runs = new KilledRuns(
            static folder => File.WriteAllText(Path.Combine(folder, "small.yaml"), Experiment),
            static folder =>
            [
                "experiment", Path.Combine(folder, "small.yaml"), "--threads", "1", "-p", Built.Sample("hello-trainable"),
                "--checkpoint-every", "0.02",
            ]);
        runs.MustEqualAWholeRun(kills, seed);
    }

    private static void Weights(int kills, int seed)
    {
        using var bench = new WeightsBench();
        using KilledRuns runs = WeightsRuns(bench);
        runs.MustEqualAWholeRun(kills, seed);
    }

    private static KilledRuns WeightsRuns(WeightsBench bench) => new(
        folder =>
        {
            foreach (string name in (string[])["node.memti.yaml", "request.json"])
                File.Copy(bench.At(name), Path.Combine(folder, name));
        },
        static folder => ["weights", "build", Path.Combine(folder, "request.json")]);
}
