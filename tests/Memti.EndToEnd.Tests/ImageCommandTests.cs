using System.Text.Json;
using Memti.Abstractions.Cells;
using Memti.Documents.Words;
using Memti.WeightImages;
using Memti.WeightImages.Formats;
using Memti.WeightImages.Layouts;
using Memti.WeightImages.Manifests;

namespace Memti.EndToEnd.Tests;

/// <summary>Weight images as a user looks at them, verifies and decodes them.</summary>
public sealed class ImageCommandTests : IDisposable
{
    private static readonly ushort[] Codes = [0x80, 0xFF, 0x00, 0x01, 0x7F];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-image-");
    private readonly string _manifest;

    public ImageCommandTests() => _manifest = WeightImageSet
        .Of(
            [Shared(), Adapters("signs", 0x11), Adapters("textures", 0x13)],
            static _ => [.. ImageFormats.All.Where(static format => format.BlockBytes <= 256)])
        .Write(_folder.FullName, Manifest());

    [Fact]
    public void A_whole_set_is_verified()
    {
        Memti verified = Memti.Run("image", "verify", _manifest);
        (verified.ExitCode, verified.Errors).ShouldBe((0, ""));
        verified.Output.ShouldContain("whole: 51 files, 3 images, 2 regions");
    }

    [Fact]
    public void A_folder_without_a_manifest_is_a_finding_in_JSON_too()
    {
        DirectoryInfo none = Directory.CreateDirectory(Path.Combine(_folder.FullName, "none"));
        Memti refused = Memti.Run("image", "verify", none.FullName, "--format", "json");

        refused.ExitCode.ShouldBe(1);
        JsonElement result = JsonDocument.Parse(refused.Output).RootElement;
        result.GetProperty("whole").GetBoolean().ShouldBeFalse();
        result.GetProperty("findings")[0].GetProperty("code").GetString().ShouldBe("MEMTI7209", refused.Errors);
    }

    [Theory]
    [InlineData("shared.bin", 3)]
    [InlineData("adapters.signs.o", 100)]
    [InlineData("weights.manifest.json", 1000)]
    [InlineData("weights.cdx.json", 50)]
    public void A_flipped_bit_is_refused_with_its_file_and_byte(string name, int place)
    {
        string file = Path.Combine(_folder.FullName, name);
        byte[] bytes = File.ReadAllBytes(file);
        bytes[place] ^= 4;
        File.WriteAllBytes(file, bytes);

        Memti refused = Memti.Run("image", "verify", _manifest, "--format", "json");
        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain($"{name}: error MEMTI72");
        JsonElement document = JsonDocument.Parse(refused.Output).RootElement;
        document.GetProperty("whole").GetBoolean().ShouldBeFalse();
        document.GetProperty("findings")[0].GetProperty("value").GetString().ShouldBe($"{place}");
    }

    [Fact]
    public void Weights_come_back_bit_for_bit()
    {
        Memti decoded = Memti.Run("image", "decode", _manifest, "--region", "shared");
        (decoded.ExitCode, decoded.Errors).ShouldBe((0, ""));
        decoded.Output.ShouldBe(
            "tensor,index,code,value\nconv,0,-128,-2\nconv,1,-1,-0.015625\nconv,2,0,0\nconv,3,1,0.015625\nconv,4,127,1.984375\n");

        JsonElement document =
            JsonDocument.Parse(
                Memti.Run(
                    "image",
                    "decode",
                    _manifest,
                    "--region",
                    "adapters",
                    "--task",
                    "textures",
                    "--tensor",
                    "w",
                    "--format",
                    "json").Output).RootElement;
        document.GetProperty("tensors")[0]
            .GetProperty("codes")
            .EnumerateArray()
            .Select(static code => code.GetInt32())
            .ShouldBe([0x13, 0x13]);
    }

    [Fact]
    public void A_task_switch_says_which_cells_change()
    {
        Memti compared = Memti.Run(
            "image", "diff", _manifest, "--region", "adapters", "--from", "signs", "--to", "textures", "--format", "json");
        (compared.ExitCode, compared.Errors).ShouldBe((0, ""));
        JsonElement document = JsonDocument.Parse(compared.Output).RootElement;
        (document.GetProperty("cells").GetInt64(), document.GetProperty("cells_changed").GetInt64()).ShouldBe((16, 2));
        Memti.Run("image", "diff", _manifest, "--region", "adapters", "--from", "signs", "--to", "textures").Output
            .ShouldContain("adapters.signs -> adapters.textures: 2 bits in 2 bytes change");
    }

    [Fact]
    public void Two_files_of_different_formats_compare_by_their_bytes()
    {
        Memti same = Memti.Run("image", "diff", In("shared.hex"), In("shared.memh"));
        (same.ExitCode, same.Errors).ShouldBe((0, ""));
        Memti.Run("image", "diff", In("adapters.signs.bin"), In("adapters.textures.h")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public void A_folder_is_its_manifest()
    {
        (int ExitCode, string Output) verified = Run("image", "verify", _folder.FullName);
        verified.ShouldBe((0, Memti.Run("image", "verify", _manifest).Output));
        Run("image", "inspect", _folder.FullName).Output.ShouldContain("0x80000000");
        Memti refused = Memti.Run("image", "verify", Directory.CreateDirectory(In("empty")).FullName);
        (refused.ExitCode, refused.Errors.Contains("error MEMTI7209: the folder has no weights.manifest.json", StringComparison.Ordinal))
            .ShouldBe((1, true));
    }

    [Fact]
    public void A_dump_and_a_merged_firmware_are_compared_where_the_image_lies()
    {
        byte[] image = File.ReadAllBytes(In("shared.bin"));
        File.WriteAllBytes(In("dump.bin"), [.. new byte[64], .. image, 1, 2, 3]);
        string[] records = File.ReadAllLines(In("shared.hex"));
        File.WriteAllLines(In("merged.hex"), [":020000000102FB", .. records]);

        string[][] same =
        [
            [In("shared.hex"), In("dump.bin"), "--base", "0x7FFFFFC0"],
            [In("dump.bin"), In("shared.hex"), "--base", "0x7FFFFFC0"],
            [In("shared.bin"), In("dump.bin"), "--base", "0x7FFFFFC0", "--address", "2147483648"],
            [_manifest, In("dump.bin"), "--base", "0x7FFFFFC0", "--region", "shared"],
            [_folder.FullName, In("merged.hex"), "--region", "shared"],
            [In("shared.uf2"), In("shared.srec")],
            [In("shared.hex"), In("merged.hex")],
        ];
        foreach (string[] files in same)
            Memti.Run(["image", "diff", .. files]).ExitCode.ShouldBe(0, string.Join(' ', files));
        JsonElement document = JsonDocument
            .Parse(Run("image", "diff", In("shared.hex"), In("merged.hex"), "--format", "json").Output).RootElement;
        (document.GetProperty("container").GetString(), document.GetProperty("bytes_elsewhere").GetInt64()).ShouldBe(("second", 2));
        Memti.Run("image", "diff", In("shared.bin"), In("dump.bin"), "--base", "0x7FFFFFC0").Errors.ShouldContain("error MEMTI7213");
        Memti.Run("image", "diff", In("shared.hex"), In("dump.bin"), "--base", "0x80000000").ExitCode.ShouldBe(1);
    }

    [Fact]
    public void Files_of_other_programs_are_inspected_with_their_ranges()
    {
        File.WriteAllText(In("gap.hex"), ":0100000001FE\n:0100100002ED\n:00000001FF\n");
        File.WriteAllText(In("plain.mem"), "@4 DEAD_BEEF 1\n");
        string gap = Run("image", "inspect", In("gap.hex")).Output;
        gap.ShouldContain("0x00000010");
        JsonDocument.Parse(Run("image", "inspect", In("gap.hex"), "--format", "json").Output).RootElement
            .GetProperty("ranges").GetArrayLength().ShouldBe(2);
        Run("image", "inspect", In("plain.mem"), "--word-bits", "32", "--byte-order", "big").Output.ShouldContain("deadbeef00000001");
        Memti.Run("image", "inspect", In("plain.mem"), "--word-bits", "12").ExitCode.ShouldBe(2);
        Memti.Run("image", "inspect", In("plain.mem")).Errors.ShouldContain("plain.mem(1,1): error MEMTI7206: ");
    }

    [Fact]
    public void Manifests_and_files_can_be_looked_at()
    {
        Memti inspected = Memti.Run("image", "inspect", _manifest);
        (inspected.ExitCode, inspected.Errors).ShouldBe((0, ""));
        inspected.Output.ShouldContain("0x80000000");
        inspected.Output.ShouldContain("dense, 32 bits little, lsb first, secded-16");
        Memti.Run("image", "inspect", In("shared.o")).Output.ShouldContain("address  0x80000000");
        Memti.Run("image", "inspect", _manifest, "--format", "json").Output.ShouldBe(File.ReadAllText(_manifest));
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("decode", "--region", "shared")]
    [InlineData("diff", "--region", "adapters", "--from", "signs", "--to", "textures")]
    [InlineData("run")]
    public void A_manifest_that_names_a_file_outside_its_folder_is_refused(string command, params string[] options)
    {
        string inside = Directory.CreateDirectory(In("inside")).FullName;
        WeightManifest manifest = ManifestFile.Read(_manifest);
        string path = Path.Combine(inside, "weights.manifest.json");
        ManifestFile.Write(path, manifest with { Regions = [.. manifest.Regions.Select(Outside)] });

        Memti refused = command == "run"
            ? Memti.Run("run", Built.PaperScenario, "--weights", path)
            : Memti.Run(["image", command, path, .. options]);
        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("error MEMTI7212: ");
        refused.Errors.ShouldContain("does not lie beside or below the manifest");
    }

    [Fact]
    public void The_schema_of_manifests_is_printed() =>
        JsonDocument.Parse(Memti.Run("schema", "--manifest").Output).RootElement
            .GetProperty("title")
            .GetString()
            .ShouldBe("Memti weight manifest");

    [Theory]
    [InlineData(1, "MEMTI1002", "inspect", "nowhere.bin")]
    [InlineData(1, "MEMTI7201", "inspect", "nowhere.xyz")]
    [InlineData(2, "MEMTI1001", "inspect", "nowhere.bin", "--as", "srecord")]
    [InlineData(2, "MEMTI1001", "diff", "weights.manifest.json")]
    [InlineData(2, "MEMTI1001", "decode", "weights.manifest.json")]
    [InlineData(1, "MEMTI7206", "inspect", "README.md", "--as", "ihex")]
    [InlineData(1, "MEMTI7207", "inspect", "README.md.json")]
    public void Bad_input_is_a_coded_finding(int exitCode, string code, params string[] arguments)
    {
        File.WriteAllText(In("README.md.json"), "{}");
        Memti refused = Memti.Run(["image", .. arguments.Select(argument => argument == "README.md.json" ? In(argument) : argument)]);
        refused.ExitCode.ShouldBe(exitCode);
        refused.Errors.ShouldContain($"error {code}: ");
    }

    [Fact]
    public void A_region_that_is_not_there_says_which_are() =>
        Memti.Run("image", "decode", _manifest, "--region", "sharde").Errors
            .ShouldContain("error MEMTI7214: no region is 'sharde' here; permitted: shared, adapters. Did you mean 'shared'?");

    public void Dispose() => _folder.Delete(recursive: true);

    private static ManifestRegion Outside(ManifestRegion region) => region with
    {
        Images = [.. region.Images.Select(static image => image with
        {
            Files = [.. image.Files.Select(static file => file with { File = "../" + file.File })],
        })],
    };

    private static (int ExitCode, string Output) Run(params string[] arguments)
    {
        Memti run = Memti.Run(arguments);
        run.Errors.ShouldBe("");
        return (run.ExitCode, run.Output);
    }

    private string In(string name) => Path.Combine(_folder.FullName, name);

    private static RegionImage Shared() => RegionImage.Of(new ImageRequest
    {
        Region = "shared",
        Memory = "rram",
        Address = 0x80000000,
        Layout = new ImageLayout { Packing = CellPacking.Dense, Ecc = new CorrectionRequest { DataBits = 16 } },
        Tensors = [new ImageTensor("conv", [5], 8, 6, Codes)],
        CodecOf = static bits => new ValueCodec(CellVector.Split(bits, 3), CellEncoding.Gray),
    });

    private static RegionImage Adapters(string task, ushort code) => RegionImage.Of(new ImageRequest
    {
        Region = "adapters",
        Memory = "sram",
        Task = task,
        Address = 0x20000000,
        Tensors = [new ImageTensor("w", [2], 8, 4, new[] { code, code })],
    });

    private static WeightManifest Manifest() => new()
    {
        Tool = ManifestTools.Current,
        Inputs = [new("data", "generated:signs", new string('b', 64))],
        Parameters = new ManifestParameters(7, 2, 0.1, null, 0, new Dictionary<string, string>()),
        Model = new ManifestModel("resnet26-adapters", new Dictionary<string, string>()) { Engine = null },
        Memories = [new("rram", "rram", new Dictionary<string, string>()), new("sram", "sram", new Dictionary<string, string>())],
        Tasks = [
            new("signs", 12, "generated:signs", 0.95, null, null, null),
            new("textures", 8, "generated:textures", 0.9, null, null, null)
        ],
        Regions = [],
        TaskSwitches = [],
        Cost = null,
    };
}
