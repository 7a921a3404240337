using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.WeightImages.Checks;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Formats;
using Memti.WeightImages.Layouts;
using Memti.WeightImages.Manifests;
using Memti.WeightImages.Provenance;

namespace Memti.WeightImages.Tests;

/// <summary>Sets of images, whole and damaged.</summary>
public sealed class VerificationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _manifest;

    public VerificationTests() => _manifest = Sample.Write(_folder);

    [Fact]
    public void A_set_as_it_was_written_is_whole() => ManifestCheck.Verify(_manifest).ShouldBeEmpty();

    [Fact]
    public void Images_load_with_the_bytes_and_values_that_were_written()
    {
        ManifestImages loaded = ManifestImages.Load(_manifest);
        foreach ((RegionImage read, RegionImage written) in loaded.Images.Zip(Sample.Set()))
        {
            read.Name.ShouldBe(written.Name);
            read.Bytes.ToArray().ShouldBe(written.Bytes.ToArray());
            read.Levels.ToArray().ShouldBe(written.Levels.ToArray());
            read.Tensors
                .Select(static tensor => tensor.Tensor.Codes.ToArray())
                .ShouldBe(written.Tensors.Select(static tensor => tensor.Tensor.Codes.ToArray()));
        }
    }

    [Fact]
    public void Any_flipped_bit_of_any_file_is_found_with_its_file_and_byte()
    {
        foreach (ManifestImageFile file in Files())
        {
            string path = _folder.Path(file.File);
            byte[] bytes = File.ReadAllBytes(path);
            for (int place = 0; place < bytes.Length; place++)
            {
                int bit = place % 8;
                bytes[place] ^= (byte)(1 << bit);
                Diagnostic finding = FileDamage.Of(path, bytes, file)!;
                (finding.Code, finding.File, finding.Key, finding.Value).ShouldBe(
                    (WeightImageCodes.ImageDamaged, path, "offset", $"{place}"));
                finding.Message.ShouldContain($"bit {bit} of byte {place} (");
                bytes[place] ^= (byte)(1 << bit);
            }
        }
    }

    [Fact]
    public void A_flipped_bit_on_the_disk_is_refused_by_verification_and_by_loading() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        random =>
        {
            string path = Directory.GetFiles(_folder.Root)
                .Order(StringComparer.Ordinal)
                .ElementAt(random % Directory.GetFiles(_folder.Root).Length);
            byte[] bytes = File.ReadAllBytes(path);
            int place = random / 7 % bytes.Length;
            Flip(path, place, random % 8);
            Diagnostic[] findings = [.. ManifestCheck.Verify(_manifest)];
            ManifestImages? loaded = ManifestImages.TryLoad(_manifest, out _);
            File.WriteAllBytes(path, bytes);
            return findings is [Diagnostic finding] && finding.File == path && finding.Value == $"{place}" && loaded is null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_block_with_more_than_one_wrong_bit_is_named()
    {
        RegionImage large = RegionImage.Of(Sample.Request(new ImageLayout(), Sample.Tensor("w", 8, 5000)));
        string manifest = WeightImageSet.Of([large], static _ => [ImageFormats.Find("bin")]).Write(
            _folder.Path("large"), Sample.Manifest());
        Flip(_folder.Path("large/shared.bin"), 2050, 1);
        Flip(_folder.Path("large/shared.bin"), 3000, 2);
        Flip(_folder.Path("large/shared.bin"), 4999, 2);

        Diagnostic finding = ManifestCheck.Verify(manifest).ShouldHaveSingleItem();
        finding.Value.ShouldBe("2048");
        finding.Message.ShouldContain("bytes 2048 (0x800) to 3071 are not those that were written, and 1 further blocks");
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        File.Delete(_folder.Path("shared.hex"));
        Diagnostic finding = ManifestCheck.Verify(_manifest).ShouldHaveSingleItem();
        (finding.Code, finding.File, finding.Value).ShouldBe((WeightImageCodes.ImageMissing, _folder.Path("shared.hex"), "shared.hex"));
    }

    [Theory]
    [InlineData(-1, "1 bytes are missing from byte")]
    [InlineData(3, "3 bytes too many follow byte")]
    public void A_file_of_another_length_says_by_how_much(int more, string why)
    {
        string path = _folder.Path("shared.bin");
        byte[] bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, more < 0 ? bytes[..^-more] : [.. bytes, .. new byte[more]]);

        Diagnostic finding = ManifestCheck.Verify(_manifest).ShouldHaveSingleItem();
        (finding.Code, finding.File, finding.Value, finding.Permitted).ShouldBe(
            (WeightImageCodes.ImageLength, path, $"{bytes.Length + more}", $"{bytes.Length}"));
        finding.Message.ShouldContain(why);
    }

    [Fact]
    public void A_manifest_that_is_not_there_is_a_finding() =>
        ManifestCheck.Verify(_folder.Path("none.json")).ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCode.FileUnreadable);

    [Fact]
    public void All_damaged_files_are_found_at_once()
    {
        Flip(_folder.Path("shared.bin"), 3, 3);
        Flip(_folder.Path("adapters.signs.h"), 5, 5);
        File.Delete(_folder.Path("adapters.textures.o"));
        ManifestCheck.Verify(_manifest)
            .Select(static finding => Path.GetFileName(finding.File))
            .ShouldBe(["shared.bin", "adapters.signs.h", "adapters.textures.o"]);
    }

    [Fact]
    public void Files_that_are_whole_and_hold_something_else_contradict_the_manifest()
    {
        // The other task's file under this task's name, with the hashes of that file.
        WeightManifest manifest = ManifestFile.Read(_manifest);
        ManifestRegion region = manifest.Regions[1];
        ManifestImage swapped = region.Images[0] with { Files = region.Images[1].Files };
        ManifestFile.Write(
            _manifest, manifest with { Regions = [manifest.Regions[0], region with { Images = [swapped, region.Images[1]] }] });
        DeleteCompanions();

        ManifestCheck.Verify(_manifest)
            .Where(static finding => finding.Severity == Severity.Error)
            .Select(static finding => finding.Code)
            .Distinct()
            .ShouldHaveSingleItem()
            .ShouldBe(WeightImageCodes.ImageContradiction);
    }

    [Theory]
    [InlineData("cells")]
    [InlineData("offset")]
    [InlineData("address")]
    [InlineData("file")]
    [InlineData("files")]
    [InlineData("shape")]
    [InlineData("word")]
    public void A_sealed_manifest_that_is_wrong_is_refused(string wrong)
    {
        WeightManifest manifest = ManifestFile.Read(_manifest);
        ManifestRegion region = manifest.Regions[0];
        ManifestImage image = region.Images[0];
        ManifestTensor tensor = image.Tensors[0];
        region = wrong switch
        {
            "cells" => region with { Images = [image with { Cells = 1 }] },
            "offset" => region with { Images = [image with { Tensors = [tensor with { OffsetBytes = 4 }] }] },
            "address" => region with { Address = 0 },
            "file" => region with { Images = [image with { Files = [image.Files[0] with { File = "../shared.bin" }] }] },
            "files" => region with { Images = [image with { Files = [] }] },
            "shape" => region with { Images = [image with { Tensors = [tensor with { Shape = [1 << 24, 1 << 24, 1 << 24] }] }] },
            _ => region with { Layout = region.Layout with { WordBits = 0 } },
        };
        ManifestFile.Write(_manifest, manifest with { Regions = [region, manifest.Regions[1]] });
        DeleteCompanions();

        ManifestCheck.Verify(_manifest)
            .Where(static finding => finding.Severity == Severity.Error)
            .Select(static finding => finding.Code)
            .Distinct()
            .ShouldHaveSingleItem()
            .ShouldBe(WeightImageCodes.ImageContradiction);
    }

    [Theory]
    [InlineData("../outside/shared.bin")]
    [InlineData("/outside/shared.bin")]
    [InlineData("link.bin")]
    [InlineData("linked/shared.bin")]
    public void A_file_outside_the_folder_is_refused_though_its_bytes_are_those_of_the_manifest(string name)
    {
        string inside = Path.GetDirectoryName(_folder.Write("inside/none", ""))!;
        string manifest = WeightImageSet.Of(Sample.Set(), static _ => [ImageFormats.Find("bin")]).Write(inside, Sample.Manifest());
        string outside = _folder.Write("outside/shared.bin", File.ReadAllBytes(Path.Combine(inside, "shared.bin")));
        File.CreateSymbolicLink(Path.Combine(inside, "link.bin"), outside);
        Directory.CreateSymbolicLink(Path.Combine(inside, "linked"), Path.GetDirectoryName(outside)!);
        WeightManifest whole = ManifestFile.Read(manifest);
        ManifestImage image = whole.Regions[0].Images[0];
        image = image with { Files = [image.Files[0] with { File = name[0] == '/' ? outside : name }] };
        ManifestFile.Write(
            manifest, whole with { Regions = [whole.Regions[0] with { Images = [image] }, .. whole.Regions.Skip(1)] });
        File.Delete(Path.Combine(inside, InTotoStatement.FileName));
        File.Delete(Path.Combine(inside, ModelBom.FileName));

        Diagnostic finding = ManifestCheck.Verify(manifest)
            .Where(static finding => finding.Severity == Severity.Error)
            .ShouldHaveSingleItem();
        (finding.Code, finding.Key).ShouldBe((WeightImageCodes.ImageContradiction, "shared"));
        finding.Message.ShouldContain("does not lie beside or below the manifest");
    }

    [Fact]
    public void A_statement_that_is_a_link_out_of_the_folder_is_not_read()
    {
        string beside = Directory.CreateDirectory(_folder.Path("..", Path.GetFileName(_folder.Root) + "-outside")).FullName;
        string outside = Path.Combine(beside, "x");
        File.WriteAllText(outside, "secret");
        File.Delete(_folder.Path(InTotoStatement.FileName));
        File.CreateSymbolicLink(_folder.Path(InTotoStatement.FileName), outside);
        Diagnostic finding = ManifestCheck.Verify(_manifest).ShouldHaveSingleItem();
        Directory.Delete(beside, recursive: true);
        (finding.Code, finding.Value).ShouldBe((WeightImageCodes.ImageContradiction, InTotoStatement.FileName));
    }

    [Fact]
    public void A_region_or_task_that_is_not_there_says_which_are()
    {
        ManifestImages images = ManifestImages.Load(_manifest);
        Diagnostic region = Should.Throw<MemtiException>(() => images.Find("sharde", null)).Diagnostic;
        (region.Code, region.Value, region.Permitted).ShouldBe((WeightImageCodes.UnknownImage, "sharde", "shared, adapters"));
        region.Message.ShouldContain("Did you mean 'shared'?");
        Should.Throw<MemtiException>(() => images.Find("adapters", "cars")).Diagnostic.Permitted.ShouldBe("signs, textures");
    }

    public void Dispose() => _folder.Dispose();

    private IEnumerable<ManifestImageFile> Files() =>
        ManifestFile.Read(_manifest).Regions.SelectMany(static region => region.Images).SelectMany(static image => image.Files);

    private void DeleteCompanions()
    {
        File.Delete(_folder.Path(InTotoStatement.FileName));
        File.Delete(_folder.Path(ModelBom.FileName));
    }

    private static void Flip(string path, int place, int bit)
    {
        byte[] bytes = WholeFile.Read(path);
        bytes[place] ^= (byte)(1 << bit);
        File.WriteAllBytes(path, bytes);
    }
}
