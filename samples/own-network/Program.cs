using System.Security.Cryptography;

// What the firmware of the node would do at power-on: look at the images that lie beside it and say what they are.
string folder = Path.Combine(AppContext.BaseDirectory, "memti");
if (!Directory.Exists(folder))
{
    Console.Error.WriteLine($"There are no images in {folder}: build the project without -p:MemtiEnabled=false first.");
    return 1;
}

foreach (string image in Directory.EnumerateFiles(folder, "*.bin").Order(StringComparer.Ordinal))
{
    byte[] bytes = File.ReadAllBytes(image);
    Console.WriteLine($"{Path.GetFileName(image)}: {bytes.Length} bytes, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}");
}

return 0;
