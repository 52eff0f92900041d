/** A throw-away key and certificate as `openssl pkcs12 -export -legacy` packs them (3DES and RC2), under the password `old`. */
export const legacyP12 = Buffer.from(
  'MIIDcgIBAzCCAzgGCSqGSIb3DQEHAaCCAykEggMlMIIDITCCAhcGCSqGSIb3DQEHBqCCAggwggIEAgEAMIIB/QYJKoZIhvcNAQcBMBwGCiqGSI' +
    'b3DQEMAQYwDgQIZlZ5R007+hgCAggAgIIB0FtQA1LCSKC+X3tWX32KxKR509culVJT9UF5O24roxQvatvpNVIsVcdfaPDhCBdApiX5lYGylFqW' +
    'fJ966E5V2Jmuz1uiaV8h1hmjsgbLRHvq4JQwvXfyuh1a/KvJTC0XslSlTHCJtqQEfNUQa70PkuOxlRPJkGIx6EW8aFigpB2wCvYmuWieZfhze+' +
    'qAmjLqpR7HcIymlxR3b/b6uk04gi+5x+OK7grDfieU1iDg4VaYtUw7OuGwsAbqniuT3JpONVezDsBak01fkAkzR0FEDimk9BaNAwG/QOq7wLR+' +
    '13gI7+kbJWIG02mhPHxhpqlxtiOgbsLzTso1K2AJzD4N9U5WQmePxACkrTx+tneJ8J3OmEhuvRgI1KLk9Jcsz2FyGDsKMA6DpbU/RvklUCaj8v' +
    'tS4x0JhwmelXecvbg5xQ70/DnyM7fMb1JeQJGgWAGa21Pz0nRfusJPC5GbQm4JZ7+T6SVud/7q1GNS660emIU+USr4JvtrutX3LyKT8Vx/tshQ' +
    '/WlF8dVxekb10NtIEZ1QvLaW6PJWPhwqDVeeFJIyG2vO9JjRpa5go1WLhn9BHBO3hJegBRNrxedah6xGnx70H/UVHENNMf/fMMZCIHPAMIIBAg' +
    'YJKoZIhvcNAQcBoIH0BIHxMIHuMIHrBgsqhkiG9w0BDAoBAqCBtDCBsTAcBgoqhkiG9w0BDAEDMA4ECI03Ta8szTBSAgIIAASBkKUV6+VByeoQ' +
    'tSGqEKw1dhyO28r2C0gdAwksiQ34olyJNhMSmaTGaRn2DmDuxkpba9rDLvRRWEEac9eo5nvJLXqq+YXYZouk6hj1utQ+SwKRpbcKZDEuDbkNaB' +
    'geDiKHdzXjAWfYC7LcaK/qnt74ITq6J1AeCZHwyUlPq40jaOJ1vdejUJ1FDp4OWQqDIN+nwzElMCMGCSqGSIb3DQEJFTEWBBTZHwAyxMVGynAj' +
    'VD5WzJzaY4OnHDAxMCEwCQYFKw4DAhoFAAQU+UU+pafH+tGEyHbWMK2qz51bjcsECAwVJzHEKN71AgIIAA==',
  'base64'
)
