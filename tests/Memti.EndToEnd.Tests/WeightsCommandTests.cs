using System.Diagnostics;
using System.Text.Json.Nodes;
using Memti.EndToEnd.Tests.Builds;
using Memti.WeightImages.Manifests;

namespace Memti.EndToEnd.Tests;

/// <summary>From a request to weight images, through the built executable.</summary>
public sealed class WeightsCommandTests(BuiltWeights built) : IClassFixture<BuiltWeights>, IDisposable
{
    private readonly WeightsBench _bench = built.Copy();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_build_leaves_images_that_verify_and_that_a_simulation_deploys()
    {
        _bench.Output().Keys.ShouldBe(
            [
                "adapters.signs.bin", "adapters.textures.bin", "backing.o", "shared.bin", "shared.hex", "simulation.json",
                "weights.cdx.json", "weights.intoto.json", "weights.manifest.json"
            ],
            ignoreOrder: true);
        Memti.Run("image", "verify", _bench.Manifest).ExitCode.ShouldBe(0);
        Memti run = Memti.Run("run", _bench.At("node.memti.yaml"), "--weights", _bench.Manifest, "--format", "json", "--no-sensitivity");
        run.ExitCode.ShouldBe(0, run.Errors);
        JsonNode report = JsonNode.Parse(run.Output)!;
        JsonNode manifest = JsonNode.Parse(File.ReadAllText(_bench.Manifest))!;
        JsonNode signs = report["weights"]!["tasks"]![0]!;
        ((double)signs["accuracy"]!).ShouldBe((double)manifest["tasks"]![0]!["after"]!["mean"]!);
        JsonNode image = manifest["regions"]![1]!["images"]![0]!;
        ((double)signs["set_bytes"]!).ShouldBe(((double)image["data_bits"]! + (double)image["check_bits"]!) / 8);
        ((double)report["designs"]![0]!["energy_per_frame_mj"]!).ShouldBe((double)manifest["cost"]!["energy_per_frame_mj"]!);
    }

    [Fact]
    public void Streams_run_with_the_images_and_reload_what_they_hold()
    {
        Memti run = Memti.Run(
            "run",
            _bench.At("node.memti.yaml"),
            "--weights",
            _bench.Manifest,
            "--set",
            "workload={ fps: null, duration_s: 2, streams: { a: { task: signs, fps: 20 }, b: { task: textures, fps: 10, offset_ms: 25 } } }",
            "--format",
            "json",
            "--no-sensitivity");

        run.ExitCode.ShouldBe(0, run.Errors);
        JsonNode report = JsonNode.Parse(run.Output)!;
        JsonNode design = report["designs"]![0]!;
        design["streams"]!.AsArray().Select(static row => (int)row!["met"]!).ShouldBe([40, 19]);
        // Power-downs empty the one slot, so that each frame loads its task.
        double[] sets = [.. report["weights"]!["tasks"]!.AsArray().Select(static task => (double)task!["set_bytes"]!)];
        ((double)design["reload_bytes_per_frame"]!).ShouldBe(((40 * sets[0]) + (19 * sets[1])) / 59, 1e-6 * sets[0]);
    }

    [Fact]
    public void Nothing_is_done_again_for_files_that_were_only_touched()
    {
        SortedDictionary<string, string> before = _bench.Output();
        DateTime written = File.GetLastWriteTimeUtc(_bench.Manifest);
        File.SetLastWriteTimeUtc(_bench.At("node.memti.yaml"), DateTime.UtcNow.AddMinutes(1));

        Memti again = _bench.Done("build");

        again.Errors.ShouldContain("retrain: up to date");
        again.Errors.ShouldContain("emit: up to date");
        again.Errors.ShouldContain("simulate: up to date");
        File.GetLastWriteTimeUtc(_bench.Manifest).ShouldBe(written);
        _bench.Output().ShouldBe(before);
    }

    [Fact]
    public void Another_sense_offset_makes_adapters_anew_and_leaves_what_does_not_depend_on_it()
    {
        SortedDictionary<string, string> before = _bench.Output();
        _bench.Scenario(senseOffset: "0.08");
        File.SetLastWriteTimeUtc(_bench.At("out/shared.bin"), new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));

        Memti again = _bench.Done("build");

        File.GetLastWriteTimeUtc(_bench.At("out/shared.bin")).Year.ShouldBe(2020, "a file whose bytes stay is left alone");
        again.Errors.ShouldContain("signs/trained: was there");
        again.Errors.ShouldContain("signs/retrained: done");
        SortedDictionary<string, string> after = _bench.Output();
        after["shared.bin"].ShouldBe(before["shared.bin"]);
        after["adapters.signs.bin"].ShouldNotBe(before["adapters.signs.bin"]);
        after["backing.o"].ShouldNotBe(before["backing.o"]);
    }

    [Fact]
    public void The_same_request_in_another_folder_gives_the_same_bytes()
    {
        using var other = new WeightsBench();
        other.Done("build");

        other.Output().ShouldBe(_bench.Output());
    }

    [Fact]
    public void A_task_switch_costs_the_cells_that_change_in_their_direction()
    {
        string scenario = _bench.At("node.memti.yaml");
        File.WriteAllText(scenario, File.ReadAllText(scenario).Replace(
            "adapters: { kind: sram,",
            "adapters: { kind: rram, bits_per_cell: 1, writes: differential, set_energy_pj: 1000, reset_energy_pj: 10, "
                + "pulse_overhead_pj: 0,",
            StringComparison.Ordinal));
        _bench.Done("build");
        Memti run = Memti.Run("run", scenario, "--weights", _bench.Manifest, "--format", "json", "--no-sensitivity");
        run.ExitCode.ShouldBe(0, run.Errors);
        JsonNode design = JsonNode.Parse(run.Output)!["designs"]![0]!;
        design["memories"]!.AsArray()
            .Single(static memory => (string?)memory!["memory"] == "adapters")!["writes"]!.GetValue<string>()
            .ShouldBe("cells that change, by the weight images");

        byte[] signs = File.ReadAllBytes(_bench.At("out/adapters.signs.bin"));
        byte[] textures = File.ReadAllBytes(_bench.At("out/adapters.textures.bin"));
        (double there, double back) = (Picojoules(signs, textures), Picojoules(textures, signs));
        double spent =
            design["energy"]!.AsArray()
                .Where(static post => (string?)post!["component"] == "adapters" && (string?)post["cause"] == "task_switch_write")
                .Sum(static post => (double)post!["millijoules_per_frame"]!) * 1e9;
        spent.ShouldBeInRange((there + back) * 0.98, (there + back) * 1.02); // each way once a frame; reading what is there is the rest
    }

    private static double Picojoules(byte[] from, byte[] to) =>
        from.Zip(to)
            .Sum(
                static pair =>
                    (1000.0 * System.Numerics.BitOperations.PopCount((uint)(~pair.First & pair.Second & 0xFF)))
                        + (10.0 * System.Numerics.BitOperations.PopCount((uint)(pair.First & ~pair.Second & 0xFF))));

    [Theory]
    [InlineData("memories.shared.bits_per_cell=2", "'bits_per_cell' of its memory 'shared' is 2, that of the images 3")]
    [InlineData("memories.shared.sense_offset=0.1", "'sense_offset' of its memory 'shared' is 0.1, that of the images 0.02")]
    [InlineData("memories.shared.encoding=gray", "'encoding' of its memory 'shared' is gray, that of the images natural_binary")]
    [InlineData("memories.shared.value_cells=2+3+3", "'value_cells' of its memory 'shared' is 2+3+3, that of the images 3+3+2")]
    [InlineData("memories.adapters.kind=rram", "its memory 'adapters' is of kind 'rram', that of the images 'sram'")]
    [InlineData(
        "network.tasks=[{ name: signs, classes: 5 }, { name: textures, classes: 4 }]",
        "its task 'signs' has 5 classes, in the images 4")]
    public void Images_of_other_contents_than_the_scenarios_are_refused(string change, string why)
    {
        Memti run = Memti.Run("run", _bench.At("node.memti.yaml"), "--weights", _bench.Manifest, "--no-sensitivity", "--set", change);

        (run.ExitCode, run.Output).ShouldBe((1, ""), run.Errors);
        run.Errors.ShouldContain("error MEMTI7105: ");
        run.Errors.ShouldContain(why);
    }

    [Fact]
    public void Numbers_that_move_to_show_what_matters_keep_the_images()
    {
        Memti run = Memti.Run("run", _bench.At("node.memti.yaml"), "--weights", _bench.Manifest, "--format", "json");

        run.ExitCode.ShouldBe(0, run.Errors);
        JsonNode.Parse(run.Output)!["weights"]!["tasks"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public void A_companion_that_is_missing_is_said_and_the_images_stay_good()
    {
        File.Delete(_bench.At("out/weights.cdx.json"));

        Memti run = Memti.Run("image", "verify", _bench.Manifest);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldContain("weights.cdx.json: warning MEMTI7209: the file is not there");
        Memti.Run("run", _bench.At("node.memti.yaml"), "--weights", _bench.Manifest, "--no-sensitivity").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_flipped_bit_is_refused_by_the_simulation_with_file_and_byte()
    {
        byte[] image = File.ReadAllBytes(_bench.At("out/shared.bin"));
        image[1234] ^= 0x10;
        File.WriteAllBytes(_bench.At("out/shared.bin"), image);

        Memti run = Memti.Run("run", _bench.At("node.memti.yaml"), "--weights", _bench.Manifest);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("MEMTI7211");
        run.Errors.ShouldContain("shared.bin");
        run.Errors.ShouldContain("1234");
        _bench.Done("emit").Errors.ShouldContain("emit: done");
        Memti.Run("image", "verify", _bench.Manifest).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_budget_that_is_not_kept_is_an_error_at_its_place()
    {
        _bench.Request(static request => request["budgets"] = new JsonArray(new JsonObject
        {
            ["name"] = "tight",
            ["task"] = "signs",
            ["minimum_accuracy"] = 0.9999,
            ["maximum_energy_per_frame_mj"] = 1e-9,
            ["place"] = new JsonObject { ["file"] = "node.csproj", ["line"] = 12, ["column"] = 5 },
        }));

        Memti run = _bench.Weights("build");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("node.csproj(12,5): error MEMTI7104: budget 'tight': accuracy of task 'signs'");
        run.Errors.ShouldContain("node.csproj(12,5): error MEMTI7104: budget 'tight': energy of a frame");
    }

    [Theory]
    [InlineData("emit", "MEMTI7103")]
    [InlineData("simulate", "MEMTI7103")]
    [InlineData("check", "MEMTI7103")]
    public void A_stage_before_its_time_says_which_one_is_missing(string stage, string code)
    {
        using var nothing = new WeightsBench();
        Memti run = nothing.Weights(stage);

        (run.ExitCode, run.Errors.Contains(code, StringComparison.Ordinal)).ShouldBe((1, true), run.Errors);
    }

    [Theory]
    [InlineData("regions", """[{ "name": "shared", "memory": "sharde" }]""", "MEMTI7101", "Did you mean 'shared'?")]
    [InlineData("regions", """[{ "name": "a", "memory": "activations" }]""", "MEMTI7101", "holds no parameters")]
    [InlineData("regions", """[{ "name": "shared", "memory": "shared", "formats": ["hex"] }]""", "MEMTI7201", "ihex")]
    [InlineData("regions", """[{ "name": "shared", "memory": "shared", "address": "ten" }]""", "MEMTI2004", "0x10000000")]
    [InlineData("tasks", """[{ "name": "signs", "data": "generated:signs?classes=4" }]""", "MEMTI7101", "textures")]
    [InlineData(
        "tasks",
        """[{ "name": "signs", "data": "generated:signs?classes=4" }, { "name": "texture", "data": "generated:signs?classes=4" }]""",
        "MEMTI7101",
        "Did you mean 'textures'?")]
    [InlineData(
        "tasks",
        """[{ "name": "signs", "data": "generated:signs?classes=5&train=20&test=5" }, { "name": "textures", "data": "generated:signs?classes=4" }]""",
        "MEMTI7101",
        "5 classes")]
    [InlineData("budgets", """[{ "name": "b", "task": "sings" }]""", "MEMTI7101", "Did you mean 'signs'?")]
    [InlineData("design", "\"other\"", "MEMTI7101", "other")]
    [InlineData("trails", "3", "MEMTI2003", "trials")]
    public void What_does_not_fit_is_coded_and_says_what_would(string key, string value, string code, string says)
    {
        _bench.Request(request => request[key] = JsonNode.Parse(value));

        Memti run = _bench.Weights("build");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain(code);
        run.Errors.ShouldContain(says);
    }

    [Fact]
    public void Regions_that_overlap_or_are_too_small_are_refused_at_their_place_and_nothing_is_written()
    {
        SortedDictionary<string, string> before = _bench.Output();
        _bench.Request(static request => request["regions"]![1]!["address"] = "0x10000100");
        Memti overlap = _bench.Weights("emit");
        (overlap.ExitCode, overlap.Errors.Contains("MEMTI7204", StringComparison.Ordinal)).ShouldBe((1, true), overlap.Errors);

        _bench.Request(static request => request["regions"]![0]!["capacity_bytes"] = 1000);
        Memti small = _bench.Weights("emit");
        (small.ExitCode, small.Errors.Contains("MEMTI7203", StringComparison.Ordinal)).ShouldBe((1, true), small.Errors);
        small.Errors.ShouldContain("bytes are missing");
        _bench.Output().ShouldBe(before);
    }

    [Theory]
    [InlineData("capacity_bytes", "1000", "MEMTI7203")]
    [InlineData("address", "\"0x20000100\"", "MEMTI7204")]
    [InlineData("address", "\"0xFFFFFFF0\"", "MEMTI7205")]
    public void Regions_are_looked_at_before_anything_is_trained(string key, string value, string code)
    {
        Directory.Delete(_bench.At("work"), recursive: true);
        _bench.Request(request => request["regions"]![0]![key] = JsonNode.Parse(value));

        Memti run = _bench.Weights("build");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldMatch($@"request\.json\(1,\d+\): error {code}");
        run.Errors.ShouldNotContain("trained");
    }

    [Fact]
    public void Another_output_folder_has_images_and_cost_and_nothing_is_trained()
    {
        _bench.Request(static request => request["output"] = "other");

        Memti there = _bench.Done("build");

        there.Errors.ShouldContain("retrain: up to date");
        there.Errors.ShouldContain("simulate: done");
        _bench.Output("other").ShouldBe(_bench.Output());
        _bench.Request(static _ => { });
        Memti back = _bench.Done("build");
        back.Errors.ShouldContain("emit: up to date");
        back.Errors.ShouldContain("simulate: up to date");
    }

    [Fact]
    public void Plugins_of_the_command_line_are_inputs_as_those_of_the_request_are()
    {
        string cells = Path.Combine(Built.Root, "samples", "hello-cell");
        _bench.Done("build", "-p", cells).Errors.ShouldContain("retrain: done");
        JsonNode.Parse(File.ReadAllText(_bench.Manifest))!["inputs"]!.AsArray()
            .ShouldContain(static input => input!["role"]!.GetValue<string>() == "plugin");

        _bench.Done("build", "-p", cells).Errors.ShouldContain("retrain: up to date");
        _bench.Done("build").Errors.ShouldContain("retrain: done");
    }

    [Fact]
    public void A_simulation_names_the_manifest_beside_it_however_often_it_is_run()
    {
        SortedDictionary<string, string> before = _bench.Output();
        ManifestInReport().ShouldBe(before["weights.manifest.json"], StringCompareShould.IgnoreCase);
        File.Delete(Directory.GetFiles(_bench.At("work"), "simulate.stamp.json", SearchOption.AllDirectories).Single());

        _bench.Done("build").Errors.ShouldContain("simulate: done");

        _bench.Output().ShouldBe(before);
    }

    [Fact]
    public void Five_lines_say_what_it_came_to_and_a_useless_task_is_a_warning_at_its_place()
    {
        _bench.Request(static request =>
            request["tasks"]![0]!["place"] = new JsonObject { ["file"] = "node.csproj", ["line"] = 12, ["column"] = 5 });

        string errors = _bench.Done("build").Errors;

        errors.ShouldMatch(
            @"accuracy: signs [\d.]+ % \([\d.]+ to [\d.]+\), textures .*\r?\nenergy:   .* mJ per frame.*\r?\n"
                + @"area:     .* mm2 .*\r?\nlifetime: .*\r?\nmanifest: .*weights\.manifest\.json");
        errors.ShouldContain("node.csproj(12,5): warning MEMTI7107: task 'signs' is no better than chance");
    }

    [Fact]
    public void Without_training_there_is_nothing_until_there_are_weights()
    {
        using var fresh = new WeightsBench();

        fresh.Done("build", "--no-training").Errors.ShouldContain("MEMTI7106");
        Directory.Exists(fresh.At("out")).ShouldBeFalse();

        _bench.Request(static request => request["output"] = "other");
        _bench.Done("build", "--no-training").Errors.ShouldContain("emit: done");
        _bench.Output("other").ShouldBe(_bench.Output());
    }

    [Fact]
    public void Make_gets_a_stamp_and_the_files_on_which_it_depends()
    {
        _bench.Done("build", "--stamp", _bench.At("weights.stamp"), "--depfile", _bench.At("weights.d"));

        File.Exists(_bench.At("weights.stamp")).ShouldBeTrue();
        string rule = File.ReadAllText(_bench.At("weights.d"));
        rule.ShouldContain("weights.stamp: ");
        rule.ShouldMatch(@"node\.memti\.yaml \\\n");
        rule.ShouldContain("world-w0.25.safetensors:\n");
        Memti.Run("weights", "build", _bench.At("request.json"), "--depfile", _bench.At("weights.d")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public void What_killed_builds_left_goes_with_the_next_one()
    {
        string[] left =
        [
            _bench.At("out/shared.bin.memti-partial"), _bench.At("work/retrained.json.memti-partial"),
            _bench.At("work/training/signs/trained-0123456789ab.checkpoint"),
        ];
        foreach (string file in left)
            File.WriteAllText(file, "");

        _bench.Done("build");

        left.Where(File.Exists).ShouldBeEmpty();
    }

    [Fact]
    public void A_list_of_earlier_files_deletes_nothing_elsewhere()
    {
        string mine = _bench.At("mine.txt"), linked = _bench.At("elsewhere/mine.bin"), former = _bench.At("out/former.bin");
        Directory.CreateDirectory(_bench.At("elsewhere"));
        foreach (string file in (string[])[mine, linked, former])
            File.WriteAllText(file, "mine");
        Directory.CreateSymbolicLink(_bench.At("out/link"), _bench.At("elsewhere"));
        string list = Directory.GetFiles(_bench.At("work"), "emitted.manifest.json", SearchOption.AllDirectories).Single();
        Rename(list, ["../mine.txt", mine, "link/mine.bin", "former.bin"]);

        _bench.Done("build");

        (File.Exists(mine), File.Exists(linked), File.Exists(former)).ShouldBe((true, true, false));
    }

    [LinuxFact]
    public void A_disk_that_takes_no_more_leaves_nothing_half_and_the_next_build_is_whole()
    {
        SortedDictionary<string, string> before = _bench.Output();
        Directory.Delete(_bench.At("out"), recursive: true);
        // A limit on the size of files fails a write in its midst, as a full disk does.
        using Process shell = Process.Start(new ProcessStartInfo(
            "bash", ["-c", $"trap '' XFSZ; ulimit -f 40; exec dotnet '{Built.Executable}' weights build '{_bench.At("request.json")}'"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
        })!;
        string errors = shell.StandardError.ReadToEnd();
        shell.WaitForExit();

        (shell.ExitCode, errors.Contains("MEMTI1003", StringComparison.Ordinal)).ShouldBe((1, true), errors);
        Directory.EnumerateFiles(_bench.At("."), "*.memti-partial", SearchOption.AllDirectories).ShouldBeEmpty();
        _bench.Done("build");
        _bench.Output().ShouldBe(before);
    }

    [Theory]
    [InlineData("retrain.stamp.json", """{ "memti_stamp": 2, "memti_stamp": 2 }""")]
    [InlineData("simulate.stamp.json", """{ "memti_stamp": 2, "request": 7 }""")]
    [InlineData("no-faults.json", """{"loss":1,"loss":1,"":""}""")]
    public void A_damaged_record_is_a_warning_and_the_work_is_done_again(string name, string text)
    {
        SortedDictionary<string, string> before = _bench.Output();
        string[] records = Directory.GetFiles(_bench.At("work"), name, SearchOption.AllDirectories);
        foreach (string record in records)
            File.WriteAllText(record, text);
        File.Delete(_bench.At("work/retrained.json"));

        string errors = _bench.Done("build").Errors;

        errors.ShouldContain($"{name}: warning MEMTI8305: ");
        errors.ShouldNotContain("MEMTI9001");
        _bench.Output().ShouldBe(before);
    }

    private string ManifestInReport() =>
        (string)JsonNode.Parse(File.ReadAllText(_bench.At("out/simulation.json")))!["weights"]!["sha256"]!;

    /// <summary>Puts other names into the manifest of an earlier build, and seals it.</summary>
    private static void Rename(string file, string[] names)
    {
        WeightManifest manifest = ManifestFile.Read(file);
        ManifestRegion region = manifest.Regions[0];
        ManifestImageFile[] files = [.. names.Select(name => region.Images[0].Files[0] with { File = name })];
        ManifestFile.Write(file, manifest with
        {
            Regions = [region with { Images = [region.Images[0] with { Files = files }] }, .. manifest.Regions.Skip(1)],
        });
    }

    [Fact]
    public void A_worker_whose_input_ends_stops_whole_and_goes_on_to_the_same_bytes()
    {
        using var interrupted = new WeightsBench();
        using var whole = new WeightsBench();
        Action<JsonObject> longer = static request => request["tasks"]![0]!["epochs"] = 5;
        interrupted.Request(longer);
        whole.Request(longer);
        using Process worker = Start(interrupted);
        while (!worker.StandardOutput.ReadLine()!.Contains("epoch 1 of", StringComparison.Ordinal))
        {
            // Training has begun once an epoch is done.
        }

        worker.StandardInput.Close();
        worker.WaitForExit(TimeSpan.FromSeconds(60)).ShouldBeTrue();

        worker.ExitCode.ShouldBe(130);
        Directory.Exists(interrupted.At("out")).ShouldBeFalse();
        interrupted.Done("build");
        whole.Done("build");
        interrupted.Output().ShouldBe(whole.Output());
    }

    [Fact]
    public void Images_that_change_while_they_are_learnt_leave_nothing()
    {
        using var bench = new WeightsBench();
        for (int picture = 0; picture < 160; picture++)
            Picture(bench, picture, (byte)picture);
        bench.Request(static request =>
        {
            request["tasks"]![0]!["data"] = "set?validation=0.2&test_share=0.2";
            request["tasks"]![0]!["epochs"] = 4;
        });
        using Process worker = Start(bench);
        while (!worker.StandardOutput.ReadLine()!.Contains("epoch 1 of", StringComparison.Ordinal))
        {
            // The set has been read once an epoch is done.
        }

        Picture(bench, 7, 255);
        string events = worker.StandardOutput.ReadToEnd();
        worker.WaitForExit(TimeSpan.FromSeconds(60)).ShouldBeTrue();

        worker.ExitCode.ShouldBe(1);
        events.ShouldContain("MEMTI7102");
        events.ShouldContain("\"key\":\"data files\"");
        File.Exists(bench.At("work/retrain.stamp.json")).ShouldBeFalse();
        bench.Weights("emit").Errors.ShouldContain("MEMTI7103");
        bench.Done("build").Errors.ShouldContain("signs/trained: done");
    }

    /// <summary>Writes a grey picture of one of four classes.</summary>
    private static void Picture(WeightsBench bench, int number, byte grey)
    {
        string file = bench.At($"set/{number % 4}/{number}.pgm");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, [.. "P5 32 32 255\n"u8, .. Enumerable.Repeat(grey, 32 * 32)]);
    }

    private static Process Start(WeightsBench bench) =>
        Process.Start(new ProcessStartInfo("dotnet", [Built.Executable, "weights", "retrain", bench.At("request.json"), "--events"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
