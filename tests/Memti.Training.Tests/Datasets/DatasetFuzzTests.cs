using System.Text;
using Memti.Training.Datasets;
using Memti.Training.Datasets.Folders;
using Memti.Training.Datasets.Pictures;
using Memti.Training.Tests.Datasets.Idx;

namespace Memti.Training.Tests.Datasets;

/// <summary>Broken files of datasets give images or a finding.</summary>
public sealed class DatasetFuzzTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Broken_bitmaps_give_a_picture_or_a_finding()
    {
        byte[] head = [(byte)'B', (byte)'M', .. new byte[12], 40, .. new byte[39]];
        byte[] Sound(int bits, int bytes)
        {
            byte[] file = [.. head, .. Enumerable.Range(0, bytes).Select(static value => (byte)value)];
            (file[10], file[18], file[22], file[26], file[28]) = (54, 4, 3, 1, (byte)bits);
            return file;
        }

        FuzzedReader.Read(1, [Sound(24, 36), Sound(32, 48)], static file => PictureReader.Read(file, "a.bmp"));
    }

    [Fact]
    public void Broken_netpbm_files_give_a_picture_or_a_finding() => FuzzedReader.Read(
        2,
        [
            "P2 2 2 255 1 2 3 4"u8.ToArray(),
            "P3\n# a\n1 1\n255\n1 2 3\n"u8.ToArray(),
            [.. "P5 2 2 65535\n"u8, .. new byte[8]],
        ],
        static file => PictureReader.Read(file, "a.ppm"));

    [Fact]
    public void Oversized_netpbm_files_give_a_finding() =>
        FuzzedReader.ReadOversized("P2 2 2 255 1 2 3", static text => PictureReader.Read(Encoding.UTF8.GetBytes(text), "a.ppm"));

    [Fact]
    public void Broken_files_of_CIFAR_give_images_or_a_finding()
    {
        byte[] record = [9, .. new byte[3072]];
        foreach (int batch in Enumerable.Range(1, 5))
            _folder.Write($"data_batch_{batch}.bin", [.. record, .. record]);
        FuzzedReader.Read(3, [record, [.. record, .. record]], file =>
        {
            _folder.Write("test_batch.bin", file);
            DatasetSource.Read(_folder.Root + "?validation=0");
        });
    }

    [Fact]
    public void Broken_files_of_MNIST_give_images_or_a_finding()
    {
        byte[] images = IdxWriter.Bytes([4, 28, 28], new byte[4 * 28 * 28]), labels = IdxWriter.Bytes([4], [0, 1, 2, 3]);
        foreach (string part in (string[])["train", "t10k"])
        {
            _folder.Write(part + "-images-idx3-ubyte", images);
            _folder.Write(part + "-labels-idx1-ubyte", labels);
        }

        FuzzedReader.Read(4, [labels, IdxWriter.Gzip(labels)], file =>
        {
            _folder.Write("t10k-labels-idx1-ubyte", file);
            DatasetSource.Read(_folder.Root + "?validation=0");
        });
    }

    [Fact]
    public void Broken_lists_of_GTSRB_give_pictures_or_a_finding()
    {
        foreach (string picture in (string[])["00000.ppm", "00001.ppm"])
            _folder.Write(picture, "P2 1 1 255 1");
        FuzzedReader.Read(5, ["Filename;Width;ClassId\n00000.ppm;1;1\n00001.ppm;1;0\n", "Width,ClassId,Path\n1,1,00001.ppm\n"], List);
    }

    [Fact]
    public void Oversized_lists_of_GTSRB_give_a_finding()
    {
        _folder.Write("00000.ppm", "P2 1 1 255 1");
        FuzzedReader.ReadOversized("Filename;Width;ClassId\n00000.ppm;1;1", List);
    }

    public void Dispose() => _folder.Dispose();

    private void List(string text) => GtsrbLists.Read(_folder.Write("list.csv", text), _folder.Root);
}
