using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Memti.EndToEnd.Tests;

/// <summary>The commands that train, with a third party's model: host and plugin meet in the contract alone.</summary>
public sealed class TrainingCommandTests : IDisposable
{
    private const string Data = "generated:signs?classes=3&train=150&test=60&validation=0.2";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-train-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void From_pretraining_to_an_evaluation_of_what_retraining_gained()
    {
        Run("pretrain", "-d", Data, "-o", File("backbone"), "--epochs", "3").ExitCode.ShouldBe(0);
        Run("train", "-d", Data, "-b", File("backbone"), "-o", File("task"), "--epochs", "3").ExitCode.ShouldBe(0);
        Memti retrain = Run(
            "retrain",
            "-d",
            Data,
            "-b",
            File("backbone"),
            "-w",
            File("task"),
            "-m",
            "rram",
            "--memory-set",
            "bits_per_cell=3",
            "--memory-set",
            "sense_offset=0.05",
            "--chip",
            "2",
            "-o",
            File("chip"),
            "--epochs",
            "2");
        retrain.ExitCode.ShouldBe(0, retrain.Errors);
        retrain.Output.ShouldContain("exact McNemar");
        Memti evaluate = Run(
            "evaluate",
            "-d",
            Data,
            "-b",
            File("backbone"),
            "-w",
            File("task"),
            "--compare",
            File("chip"),
            "-m",
            "rram",
            "--memory-set",
            "bits_per_cell=3",
            "-n",
            "3",
            "-f",
            "json");
        evaluate.ExitCode.ShouldBe(0, evaluate.Errors);
        JsonNode result = JsonNode.Parse(evaluate.Output)!;
        ((int)result["before"]!["trials"]!).ShouldBe(3);
        ((string)result["paired_test"]!["test"]!).ShouldContain("paired t");
        ((string)JsonNode.Parse(System.IO.File.ReadAllText(File("chip") + ".json"))!["run"]!["faults"]!).ShouldBe("chip 2");
    }

    [Fact]
    public void A_run_that_was_killed_goes_on_and_gives_the_same_bytes()
    {
        string[] words = [.. Training(File("killed")), "--epochs", "80", "--checkpoint-every", "0.02"];
        KillOnceThereIs(File("killed") + ".checkpoint", words, static process => process.Kill());

        Run(words).ExitCode.ShouldBe(0);
        Run([.. Training(File("whole")), "--epochs", "80"]).ExitCode.ShouldBe(0);

        System.IO.File.ReadAllBytes(File("killed")).ShouldBe(System.IO.File.ReadAllBytes(File("whole")));
        System.IO.File.ReadAllText(File("killed") + ".json").ShouldBe(System.IO.File.ReadAllText(File("whole") + ".json"));
        System.IO.File.Exists(File("killed") + ".checkpoint").ShouldBeFalse();
    }

    [Fact]
    public void Ctrl_c_leaves_a_whole_checkpoint_and_exit_code_130()
    {
        string[] words = [.. Training(File("task")), "--epochs", "80"];

        int exitCode = KillOnceThereIs(
            File("task") + ".checkpoint",
            words,
            static process =>
                Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit());

        exitCode.ShouldBe(130);
        System.IO.File.Exists(File("task")).ShouldBeFalse();
        Memti other = Run([.. words, "--seed", "2"]);
        (other.ExitCode, other.Errors.Contains("MEMTI8303", StringComparison.Ordinal)).ShouldBe((1, true));
        other.Errors.ShouldContain("seed '1', here '2'");
        Run(words).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_loss_that_runs_away_is_a_finding_with_the_step()
    {
        Memti run = Run([.. Training(File("task")), "--epochs", "200", "--learning-rate", "100", "--schedule", "constant"]);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("MEMTI8302");
    }

    [Theory]
    [InlineData("MEMTI8101", 1, "train", "-d", "no-such-place", "--from-scratch", "-o", "x")]
    [InlineData("MEMTI8104", 1, "train", "-d", "generated:signs?classes=3&train=30&test=10&validation=0", "--from-scratch", "-o", "x")]
    [InlineData("MEMTI1002", 1, "train", "-d", Data, "-b", "no-such-file", "-o", "x")]
    [InlineData("MEMTI1003", 1, "train", "-d", Data, "--from-scratch", "-o", "no/such/folder/x")]
    [InlineData("MEMTI1001", 2, "train", "-d", Data, "-o", "x")]
    [InlineData("MEMTI1001", 2, "train", "-d", Data, "--from-scratch", "-o", "x", "--threads", "0")]
    [InlineData("MEMTI2004", 2, "train", "-d", Data, "--from-scratch", "-o", "x", "--epochs", "0")]
    [InlineData("MEMTI2003", 2, "train", "-d", Data, "--from-scratch", "-o", "x", "--model-set", "grib=4")]
    [InlineData("MEMTI2004", 2, "train", "-d", Data, "--from-scratch", "-o", "x", "--model-set", "grid=0")]
    [InlineData("MEMTI1004", 2, "train", "-d", Data, "--from-scratch", "-o", "x", "--model-set", "grid")]
    [InlineData("MEMTI2007", 2, "evaluate", "-d", Data, "-w", "x", "--memory", "paper")]
    [InlineData("MEMTI1001", 2, "evaluate", "-d", Data, "-w", "x", "--memory-set", "bits_per_cell=3")]
    public void Bad_input_is_a_coded_finding(string code, int exitCode, params string[] words)
    {
        Memti run = Run([.. words.Select(word => word is "x" or "no/such/folder/x" ? File(word) : word)]);

        (run.ExitCode, run.Output).ShouldBe((exitCode, ""), run.Errors);
        run.Errors.ShouldContain(code);
        run.Errors.ShouldNotContain("MEMTI9001");
    }

    [Fact]
    public void A_model_without_a_trainer_is_refused_with_those_that_have_one()
    {
        Memti run = Memti.Run(
            "train",
            "--model",
            "hello-model",
            "-d",
            Data,
            "--from-scratch",
            "-o",
            File("x"),
            "-p",
            Built.Sample("hello-model"),
            "-p",
            Built.Sample("hello-trainable"));

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("MEMTI8301");
        run.Errors.ShouldContain("hello-trainable");
    }

    [Fact]
    public void Weights_of_another_shape_and_trials_without_faults_are_findings()
    {
        Run(Training(File("task"), "--epochs", "1")).ExitCode.ShouldBe(0);

        Run("evaluate", "-d", Data, "-w", File("task"), "--model-set", "features=5").Errors.ShouldContain("MEMTI8202");
        Run("evaluate", "-d", Data, "-w", File("task"), "--memory", "sram", "--trials", "2").Errors.ShouldContain("MEMTI8304");
        System.IO.File.WriteAllText(File("text"), "no weights");
        Run("evaluate", "-d", Data, "-w", File("text")).Errors.ShouldContain("MEMTI8201");
    }

    [Theory]
    [InlineData("pretrain")]
    [InlineData("train")]
    [InlineData("retrain")]
    [InlineData("evaluate")]
    [InlineData("experiment")]
    public void Help_teaches_with_an_example(string command) => Memti.Run(command, "--help").Output.ShouldContain($"  memti {command} ");

    private static string[] Training(string output, params string[] more) => ["train", "-d", Data, "--from-scratch", "-o", output, .. more];

    private string File(string name) => Path.Combine(_folder.FullName, name);

    private static string[] Complete(string[] words) =>
        [words[0], "--model", "hello-trainable", "--threads", "1", "-p", Built.Sample("hello-trainable"), .. words[1..]];

    private static Memti Run(params string[] words) => Memti.Run(Complete(words));

    private static int KillOnceThereIs(string file, string[] words, Action<Process> kill)
    {
        using Process process = Memti.Start(Complete(words));
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        SpinWait.SpinUntil(() => System.IO.File.Exists(file) || process.HasExited, TimeSpan.FromMinutes(1));
        process.HasExited.ShouldBeFalse(process.HasExited ? errors.Result + output.Result : "");
        kill(process);
        process.WaitForExit(TimeSpan.FromMinutes(1)).ShouldBeTrue();
        System.IO.File.Exists(file).ShouldBeTrue();
        return process.ExitCode;
    }
}
