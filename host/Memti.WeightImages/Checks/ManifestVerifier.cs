using System.Globalization;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Damage;
using Memti.WeightImages.Findings;
using Memti.WeightImages.Formats;
using Memti.WeightImages.Layouts;
using Memti.WeightImages.Manifests;
using Memti.WeightImages.Provenance;

namespace Memti.WeightImages.Checks;

/// <summary>Verifies one manifest and collects the findings.</summary>
/// <param name="path">Path of the manifest.</param>
internal sealed class ManifestVerifier(string path)
{
    private readonly List<Diagnostic> _findings = [];
    private readonly string _folder = Path.GetDirectoryName(path) ?? "";

    public IReadOnlyList<Diagnostic> Findings => _findings;

    /// <summary>Reads and verifies everything. Null when the manifest or a weight image is unusable.</summary>
    public ManifestImages? Load()
    {
        byte[]? bytes = Try(path, () => WholeFile.Read(path));
        if (bytes is null || Try(path, () => ManifestFile.Parse(bytes, path)) is not { } manifest)
            return null;
        (ManifestRegion Region, ManifestImage Image)[] stated =
            [.. manifest.Regions.SelectMany(static region => region.Images.Select(image => (region, image)))];
        RegionImage?[] images = [.. stated.Select(pair => Load(pair.Region, pair.Image))];
        CheckCompanions(manifest, bytes);
        if (images.Any(static image => image is null))
            return null;
        RegionImage[] whole = [.. images.OfType<RegionImage>()];
        _findings.AddRange(ImagePlacement.Check(whole).Select(finding => finding with { File = path }));
        return new ManifestImages(manifest, whole);
    }

    private RegionImage? Load(ManifestRegion region, ManifestImage image)
    {
        byte[]?[] payloads = [.. image.Files.Select(file => Payload(region, image, file))];
        if (payloads.Length == 0)
            Add(path, region, image, "it has no file");
        // All files of an image have the same payload, so the first whole one stands for it.
        return payloads.OfType<byte[]>().FirstOrDefault() is { } payload ? Try(path, () => Rebuild(region, image, payload)) : null;
    }

    /// <summary>Payload of a file; null, with a finding, when it is damaged.</summary>
    private byte[]? Payload(ManifestRegion region, ManifestImage image, ManifestImageFile stated)
    {
        // A manifest from elsewhere must not make the verifier read files outside its folder.
        if (!ConfinedPath.TryResolve(_folder, stated.File, out string file, out string why))
        {
            Add(path, region, image, $"its file '{stated.File}' does not lie beside or below the manifest: {why}");
            return null;
        }

        if (!File.Exists(file))
        {
            _findings.Add(
                new Diagnostic(
                    WeightImageCodes.ImageMissing,
                    $"the file is not there, and '{path}' names it as image of region '{region.Name}'.")
                {
                    File = file,
                    Key = "file",
                    Value = stated.File
                });
            return null;
        }

        // By its length alone, so that a file of any size costs nothing.
        if (new FileInfo(file).Length is var length && length != stated.Bytes)
        {
            _findings.Add(FileDamage.OfLength(file, length, stated.Bytes));
            return null;
        }

        if (Try(file, () => WholeFile.Read(file)) is not { } bytes)
            return null;
        if (FileDamage.Of(file, bytes, stated) is { } damage)
        {
            _findings.Add(damage);
            return null;
        }

        return Try(file, () => ImageFormats.Find(stated.Format).Read(bytes)) is { } flat ? Agreed(file, region, image, flat) : null;
    }

    /// <summary>The bytes of a file, after checking that they match the manifest.</summary>
    private byte[]? Agreed(string file, ManifestRegion region, ManifestImage image, FlatImage flat)
    {
        int before = _findings.Count;
        if (flat.Address is { } address && address != region.Address && !flat.Bytes.IsEmpty)
            Add(
                file,
                region,
                image,
                $"the file is for {ImageFinding.Address(address)} and the manifest says {ImageFinding.Address(region.Address)}");
        if (flat.Ranges.Count > 1)
            Add(
                file,
                region,
                image,
                string.Create(CultureInfo.InvariantCulture, $"the file has {flat.Ranges.Count} ranges with gaps, and an image has none"));
        ReadOnlyMemory<byte> payload = WithoutFilling(flat, image.Bytes);
        if (payload.Length != image.Bytes || WholeFile.Sha256(payload.Span) != image.PayloadSha256)
            Add(
                file,
                region,
                image,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the {flat.Bytes.Length} bytes that the file holds are not the {image.Bytes} bytes of the manifest"));
        return _findings.Count == before ? payload.ToArray() : null;
    }

    /// <summary>The bytes of a file without the zeros to which its format fills an image up.</summary>
    private static ReadOnlyMemory<byte> WithoutFilling(FlatImage flat, long bytes)
    {
        ReadOnlyMemory<byte> all = flat.Bytes;
        long filling = all.Length - bytes;
        return bytes >= 0 && filling > 0 && filling < flat.BlockBytes && all.Span[(int)bytes..].IndexOfAnyExcept((byte)0) < 0
            ? all[..(int)bytes]
            : all;
    }

    /// <summary>Decodes the values and lays them out again. The result must equal the weight image to the bit, including check bits and
    /// padding.</summary>
    private RegionImage? Rebuild(ManifestRegion region, ManifestImage image, byte[] payload)
    {
        ImageLayout layout = ImageDecoder.LayoutOf(region.Layout);
        // Checked here, because decoding comes before the rules for layouts.
        if (layout.WordBits is not (8 or 16 or 32 or 64 or 128))
            throw ImageFinding.Of(
                WeightImageCodes.ImageContradiction,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"region '{region.Name}' has words of {layout.WordBits} bits; permitted: 8, 16, 32, 64, 128."),
                "word_bits");
        Dictionary<int, ValueCodec?> codecs = [];
        foreach (ManifestTensor tensor in image.Tensors)
            codecs.TryAdd(tensor.Bits, ImageDecoder.CodecOf(tensor));
        RegionImage rebuilt = RegionImage.Of(new ImageRequest
        {
            Region = region.Name,
            Memory = region.Memory,
            Task = image.Task,
            Address = region.Address,
            Layout = layout,
            CapacityBytes = region.CapacityBytes,
            Tensors = [.. image.Tensors.Select(tensor => ImageDecoder.Decode(layout, tensor, payload))],
            CodecOf = bits => codecs[bits],
        });
        return IsTheSame(region, image, payload, rebuilt) ? rebuilt : null;
    }

    private bool IsTheSame(ManifestRegion region, ManifestImage image, byte[] payload, RegionImage rebuilt)
    {
        int before = _findings.Count;
        int same = payload.AsSpan().CommonPrefixLength(rebuilt.Bytes.Span);
        if (same != payload.Length || same != rebuilt.Bytes.Length)
            Add(
                path,
                region,
                image,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"byte {same} is not what its values and its layout make: padding, check bits or a level that no value has"));
        if ((image.Words, image.Cells, image.DataBits, image.CheckBits)
            != (rebuilt.Words, rebuilt.Cells, rebuilt.DataBits, rebuilt.CheckBits))
            Add(
                path,
                region,
                image,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"its counts are {image.Words} words, {image.Cells} cells, {image.DataBits} data and {image.CheckBits} check bits, "
                        + $"and its values make {rebuilt.Words}, {rebuilt.Cells}, {rebuilt.DataBits} and {rebuilt.CheckBits}"));
        return _findings.Count == before;
    }

    /// <summary>Checks statement and bill of materials, which follow from the manifest. Another version of Memti may write them in another
    /// form.</summary>
    private void CheckCompanions(WeightManifest manifest, ReadOnlySpan<byte> bytes)
    {
        if (manifest.Tool != ManifestTools.Current)
            return;
        foreach (NamedFile expected in ManifestDocuments.Companions(manifest, bytes))
        {
            if (ConfinedPath.TryResolve(_folder, expected.Name, out string file, out string why))
                CheckCompanion(file, expected.Bytes.Span);
            else
                _findings.Add(
                    new Diagnostic(WeightImageCodes.ImageContradiction, $"the file does not lie beside the manifest: {why}.")
                    {
                        File = Path.Combine(_folder, expected.Name),
                        Key = "file",
                        Value = expected.Name
                    });
        }
    }

    private void CheckCompanion(string file, ReadOnlySpan<byte> expected)
    {
        if (!File.Exists(file))
            _findings.Add(MissingCompanion(file));
        else if (Try(file, () => WholeFile.Read(file)) is { } bytes)
            Compare(file, bytes, expected);
    }

    private void Compare(string file, byte[] bytes, ReadOnlySpan<byte> expected)
    {
        int same = bytes.AsSpan().CommonPrefixLength(expected);
        if (same != expected.Length || same != bytes.Length)
            _findings.Add(
                new Diagnostic(
                    WeightImageCodes.ImageDamaged,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"the file is damaged: from byte {same} (0x{same:X}) on it is not what follows from the manifest."))
                {
                    File = file,
                    Key = "offset",
                    Value = DamageText.Place(same)
                });
    }

    // The images are whole without it, but whoever checks their origin looks for it.
    private static Diagnostic MissingCompanion(string file) => new(
        WeightImageCodes.ImageMissing,
        "the file is not there. It follows from the manifest, and `memti weights build` writes it beside the images.")
    {
        Severity = Severity.Warning,
        File = file,
        Key = "file",
        Value = Path.GetFileName(file),
    };

    private void Add(string file, ManifestRegion region, ManifestImage image, string why)
    {
        string subject = image.Task is null ? $"region '{region.Name}'" : $"region '{region.Name}', task '{image.Task}'";
        _findings.Add(new Diagnostic(WeightImageCodes.ImageContradiction, $"{subject}: {why}.") { File = file, Key = region.Name });
    }

    private T? Try<T>(string file, Func<T?> step)
        where T : class
    {
        try
        {
            return step();
        }
        catch (MemtiException error)
        {
            _findings.Add(error.Diagnostic with { File = error.Diagnostic.File ?? file });
            return null;
        }
    }
}
