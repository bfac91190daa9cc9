import sys

width, height = 37, 29
rows = bytearray()
for y in range(height):
    for x in range(width):
        red, green, blue = 40 + 5 * x, 230 - 4 * y, (x * y) // 5
        if x > 24:
            red, green, blue = 235, 225, 90
        if abs((x - 18) + (y - 14) // 2) < 2 or (10 < x < 30 and 5 < y < 8):
            red, green, blue = 30, 25, 60
        rows += bytes((red, green, blue))
sys.stdout.buffer.write(b"P6\n%d %d\n255\n" % (width, height) + bytes(rows))
