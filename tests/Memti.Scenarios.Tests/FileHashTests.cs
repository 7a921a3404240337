using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;

namespace Memti.Scenarios.Tests;

public sealed class FileHashTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_has_the_published_hash_of_its_bytes() =>
        FileHash.Of(_folder.Write("abc", "abc")).ShouldBe(
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "FIPS 180-2, appendix B.1");

    [Fact]
    public void Names_and_bytes_count_and_the_order_does_not()
    {
        (string Name, string File) one = ("one", _folder.Write("1", "first"));
        (string Name, string File) two = ("two", _folder.Write("2", "second"));
        string both = FileHash.Of([one, two]);

        FileHash.Of([two, one]).ShouldBe(both);
        FileHash.Of([one, (Name: "three", two.File)]).ShouldNotBe(both);
        FileHash.Of([(one.Name, two.File), (two.Name, one.File)]).ShouldNotBe(both);
        FileHash.Of([one]).ShouldNotBe(both);
    }

    [Fact]
    public void What_is_not_there_is_missing_and_what_cannot_be_read_is_coded()
    {
        FileHash.OrMissing(_folder.Path("none")).ShouldBe(FileHash.Missing);
        Diagnostic finding = Should.Throw<MemtiException>(() => FileHash.Of(_folder.Root)).Diagnostic;
        (finding.Code, finding.File).ShouldBe((DiagnosticCode.FileUnreadable, _folder.Root));
    }
}
